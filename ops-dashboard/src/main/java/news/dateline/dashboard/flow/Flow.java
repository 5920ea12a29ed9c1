package news.dateline.dashboard.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import news.dateline.contract.Topic;
import news.dateline.contract.Topics;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** The steps of the pipeline from one snapshot to the next: rate, lag, how long records wait, state. One thread at a time. */
public final class Flow implements AutoCloseable {
    private static final int AVERAGED = 5;

    private final OldestWaiting waiting;
    private final Map<Reader, StepPulse> pulses = new HashMap<>();
    private final Deque<KafkaSnapshot> before = new ArrayDeque<>();

    public Flow(Map<String, String> kafka) {
        waiting = new OldestWaiting(kafka);
    }

    /**
     * A service that reads a topic.
     *
     * @param lag           records that it has yet to read
     * @param perSecond     records that it finished a second, over the last seconds
     * @param instances     of it, as its group has them; absent where that is not shown
     * @param behindSeconds how long the oldest of those records has waited
     * @param why           what is wrong, in a few words
     */
    public record Step(String service, String topic, long lag, double perSecond, Optional<Integer> instances,
            double behindSeconds, StepState state, String why) {}

    /**
     * How much has been written to a topic.
     *
     * @param written   end offsets, summed: records and transaction marks ever written
     * @param perSecond over the last seconds
     */
    public record TopicSize(String topic, long written, double perSecond) {}

    /** Steps and topics, in the order of the flow. */
    public record Seen(List<Step> steps, List<TopicSize> topics) {
        public Seen {
            steps = List.copyOf(steps);
            topics = List.copyOf(topics);
        }
    }

    /** Goes on to a newer snapshot. */
    public Seen next(KafkaSnapshot now) {
        KafkaSnapshot last = before.isEmpty() ? now : before.getLast();
        KafkaSnapshot first = before.isEmpty() ? now : before.getFirst();
        before.addLast(now);
        if (before.size() > AVERAGED) {
            before.removeFirst();
        }
        double seconds = Math.max(0.001, Duration.between(first.at(), now.at()).toMillis() / 1000.0);
        return new Seen(Reader.ALL.stream()
                .map(reader -> step(reader, last, now, (now.done(reader) - first.done(reader)) / seconds)).toList(),
                Topics.all().stream().map(topic -> size(topic, first, now, seconds)).toList());
    }

    private static TopicSize size(Topic<?, ?> topic, KafkaSnapshot earlier, KafkaSnapshot now, double seconds) {
        return new TopicSize(topic.name(), now.written(topic),
                Math.max(0, (now.written(topic) - earlier.written(topic)) / seconds));
    }

    private Step step(Reader reader, KafkaSnapshot earlier, KafkaSnapshot now, double perSecond) {
        long done = now.done(reader);
        Optional<Instant> oldest = waiting.since(heldUp(reader, earlier, now), now.ends());
        Duration behind = oldest.map(since -> Duration.between(since, now.at())).filter(Duration::isPositive)
                .orElse(Duration.ZERO);
        long lag = now.lag(reader);
        Optional<Integer> members = Optional.ofNullable(now.members().get(reader.group()));
        var verdict = pulses.computeIfAbsent(reader, key -> new StepPulse()).judge(now.at(), done,
                oldest.isEmpty() && done == earlier.done(reader) ? 0 : lag, behind, members);
        return new Step(reader.service(), reader.topic().name(), lag,
                Math.max(0, perSecond), members, behind.toMillis() / 1000.0,
                verdict.state(), verdict.why());
    }

    /** The committed offsets of partitions that are behind by more than what was done since the snapshot before. */
    private static Map<TopicPartition, Long> heldUp(Reader reader, KafkaSnapshot earlier, KafkaSnapshot now) {
        Map<TopicPartition, OffsetAndMetadata> committed = now.committed(reader);
        Map<TopicPartition, OffsetAndMetadata> earlierOffsets = earlier.committed(reader);
        Map<TopicPartition, Long> heldUp = new TreeMap<>(
                Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition));
        now.endsOf(reader.topic()).forEach((partition, end) -> {
            long done = offset(committed, partition);
            if (end > done && end - done >= done - offset(earlierOffsets, partition)) {
                heldUp.put(partition, done);
            }
        });
        return heldUp;
    }

    private static long offset(Map<TopicPartition, OffsetAndMetadata> committed, TopicPartition partition) {
        return committed.containsKey(partition) ? committed.get(partition).offset() : 0;
    }

    @Override
    public void close() {
        waiting.close();
    }
}
