package news.dateline.dashboard.news;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often each of some names came, minute by minute; as many names as fit, the others together. */
public final class CountsByName {
    private static final int HOUR = 60;

    private final int most;
    private final Map<String, MinuteRing> rings = new HashMap<>();

    /** The name under which those are counted that no longer fit. */
    static final String OTHERS = "others";

    /**
     * Nothing yet.
     *
     * @param most names that are counted apart
     */
    public CountsByName(int most) {
        this.most = most;
    }

    /**
     * A name's counts.
     *
     * @param hour within the last 60 minutes
     * @param day  within the last 24 hours
     */
    public record Count(String name, long hour, long day) {}

    /** Counts a name once. */
    public synchronized void add(String name, long minute) {
        MinuteRing ring = rings.get(name);
        if (ring == null) {
            ring = rings.computeIfAbsent(rings.size() < most ? name : OTHERS, key -> new MinuteRing(0, minute));
        }
        ring.add(minute, 1);
    }

    /** Every name that came within the day, most often within the hour first. */
    public synchronized List<Count> counts(long now) {
        return rings.entrySet().stream().map(entry -> count(entry.getKey(), entry.getValue(), now))
                .filter(count -> count.day() > 0)
                .sorted(Comparator.comparingLong(Count::hour).thenComparingLong(Count::day).reversed()
                        .thenComparing(Count::name))
                .toList();
    }

    private static Count count(String name, MinuteRing ring, long now) {
        return new Count(name, ring.sum(now - HOUR + 1, now), ring.sum(now - MinuteRing.DAY + 1, now));
    }
}
