package news.dateline.dashboard.news;

import java.time.Instant;

/** How many a second, averaged over the last few whole seconds. Not safe for many threads. */
final class Rate {
    private static final int SECONDS = 6;

    private final long[] counts = new long[SECONDS];
    private long newest;

    void add(Instant now, int count) {
        reach(now.getEpochSecond());
        counts[slot(newest)] += count;
    }

    double perSecond(Instant now) {
        reach(now.getEpochSecond());
        long sum = 0;
        for (long second = newest - SECONDS + 1; second < newest; second++) {
            sum += counts[slot(second)];
        }
        return sum / (SECONDS - 1.0);
    }

    private void reach(long second) {
        for (long gone = Math.max(newest + 1, second - SECONDS + 1); gone <= second; gone++) {
            counts[slot(gone)] = 0;
        }
        newest = Math.max(newest, second);
    }

    private static int slot(long second) {
        return (int) Math.floorMod(second, (long) SECONDS);
    }
}
