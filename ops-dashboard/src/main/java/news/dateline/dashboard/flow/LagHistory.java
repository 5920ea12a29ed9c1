package news.dateline.dashboard.flow;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import news.dateline.dashboard.news.MinuteRing;
import news.dateline.dashboard.news.News;

/**
 * The most that each step was behind in each minute of the last day.
 *
 * <p>Of the time before the dashboard was started only enrich's lag is known: an enriched record has the time at which its raw
 * article was written and the one at which it was enriched, so it tells at the end of which minutes it still waited. Of the
 * others Kafka keeps nothing.
 */
public final class LagHistory {
    private static final int UNKNOWN = -1;

    private final Map<String, MinuteRing> steps = new HashMap<>();
    private final Instant since;
    private final MinuteRing began;
    private final MinuteRing ended;
    private long oldest;

    /**
     * Nothing is known yet.
     *
     * @param since when the dashboard was started
     */
    public LagHistory(Instant since) {
        this.since = since;
        oldest = News.minute(since);
        began = new MinuteRing(0, oldest);
        ended = new MinuteRing(0, oldest);
    }

    /** Since when every step has been watched. */
    public Instant since() {
        return since;
    }

    /** Keeps what was just seen. */
    public synchronized void add(List<Flow.Step> seen, long minute) {
        seen.forEach(step -> steps.computeIfAbsent(step.service(), service -> new MinuteRing(UNKNOWN, minute))
                .most(minute, (int) Math.min(Integer.MAX_VALUE, step.lag())));
    }

    /** An article waited for enrich from one time to another. */
    public synchronized void waited(Instant from, Instant to) {
        long first = News.minute(from);
        long last = News.minute(to);
        oldest = Math.min(oldest, first);
        if (first < last) {
            began.add(first, 1);
            ended.add(last, 1);
        }
    }

    /** The records of each step in each of some minutes. */
    public synchronized Map<String, List<Optional<Integer>>> plot(long from, long to) {
        return steps.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                step -> LongStream.rangeClosed(from, to).mapToObj(minute -> {
                    int lag = step.getValue().at(minute);
                    return lag != UNKNOWN
                            ? Optional.of(lag)
                            : step.getKey().equals(Reader.ENRICH.service())
                                    ? waitingAtTheEndOf(minute)
                                    : Optional.<Integer>empty();
                }).toList()));
    }

    /** Counted from the newest minute back: those that were enriched later, without those that came later as well. */
    private Optional<Integer> waitingAtTheEndOf(long minute) {
        if (minute < oldest || minute > News.minute(since)) {
            return Optional.empty();
        }
        return Optional.of((int) Math.max(0,
                ended.sum(minute + 1, Long.MAX_VALUE) - began.sum(minute + 1, Long.MAX_VALUE)));
    }
}
