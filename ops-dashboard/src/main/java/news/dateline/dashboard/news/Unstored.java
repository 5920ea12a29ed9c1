package news.dateline.dashboard.news;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Articles that were enriched and are not known to be stored; bounded, the oldest of a partition are forgotten first.
 *
 * <p>Of each that is stored it tells when it was received and, where that was seen, when it was stored: never too early, and too
 * late by no more than the time between two looks at the sink's offsets.
 */
final class Unstored {
    private static final int MOST_OF_A_PARTITION = 20_000;

    private final Map<Integer, Deque<Waiting>> waiting = new HashMap<>();
    private final Map<Integer, Stored> stored = new HashMap<>();

    private record Waiting(long offset, Instant receivedAt, boolean old) {
        Optional<Instant> storedAt(Instant time) {
            return old ? Optional.empty() : Optional.of(time);
        }
    }

    private record Stored(long before, Instant at) {}

    /**
     * An article was enriched.
     *
     * @param old  whether that was before anybody looked
     * @param told of it at once where it is stored already
     */
    synchronized void enriched(int partition, long offset, Instant receivedAt, boolean old,
            BiConsumer<Instant, Optional<Instant>> told) {
        Waiting one = new Waiting(offset, receivedAt, old);
        Stored known = stored.getOrDefault(partition, new Stored(0, Instant.EPOCH));
        if (offset < known.before()) {
            told.accept(receivedAt, one.storedAt(known.at()));
            return;
        }
        Deque<Waiting> queue = waiting.computeIfAbsent(partition, key -> new ArrayDeque<>());
        queue.addLast(one);
        if (queue.size() > MOST_OF_A_PARTITION) {
            queue.removeFirst();
        }
    }

    /** Everything before an offset of a partition is stored. */
    synchronized void stored(int partition, long offset, Instant at, BiConsumer<Instant, Optional<Instant>> told) {
        stored.put(partition, new Stored(offset, at));
        Deque<Waiting> queue = waiting.getOrDefault(partition, new ArrayDeque<>());
        while (!queue.isEmpty() && queue.getFirst().offset() < offset) {
            Waiting one = queue.removeFirst();
            told.accept(one.receivedAt(), one.storedAt(at));
        }
    }
}
