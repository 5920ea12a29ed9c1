package news.dateline.dashboard.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import news.dateline.dashboard.news.MinuteRing;

/** The most that each step was behind in each minute of the last day; nothing is known of before the dashboard was started. */
public final class LagHistory {
    private static final int UNKNOWN = -1;

    private final Map<String, MinuteRing> steps = new HashMap<>();

    /** Keeps what was just seen. */
    public synchronized void add(List<Flow.Step> seen, long minute) {
        seen.forEach(step -> steps.computeIfAbsent(step.service(), service -> new MinuteRing(UNKNOWN, minute))
                .most(minute, (int) Math.min(Integer.MAX_VALUE, step.lag())));
    }

    /** The records of each step in each of some minutes. */
    public synchronized Map<String, List<Optional<Integer>>> plot(long from, long to) {
        return steps.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                step -> LongStream.rangeClosed(from, to).mapToObj(minute -> step.getValue().at(minute))
                        .map(lag -> Optional.of(lag).filter(known -> known != UNKNOWN)).toList()));
    }
}
