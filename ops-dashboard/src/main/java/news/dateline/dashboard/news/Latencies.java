package news.dateline.dashboard.news;

import java.time.Duration;
import java.util.Optional;

/** How long articles took, minute by minute for a day, in classes that grow by a quarter: a percentile is right to 12 %. */
final class Latencies {
    private static final int CLASSES = 64;
    private static final double GROWTH = Math.log(1.25);
    private static final double LEAST_MILLIS = 5;

    private final MinuteRing[] classes = new MinuteRing[CLASSES];

    Latencies(long minute) {
        for (int i = 0; i < CLASSES; i++) {
            classes[i] = new MinuteRing(0, minute);
        }
    }

    synchronized void add(long minute, Duration took) {
        double steps = Math.log(Math.max(1, took.toMillis() / LEAST_MILLIS)) / GROWTH;
        classes[(int) Math.min(CLASSES - 1, Math.round(steps))].add(minute, 1);
    }

    /** The time within which a share of the articles of some minutes were done; empty where there were none. */
    synchronized Optional<Double> seconds(double share, long from, long to) {
        long[] counts = new long[CLASSES];
        long all = 0;
        for (int i = 0; i < CLASSES; i++) {
            counts[i] = classes[i].sum(from, to);
            all += counts[i];
        }
        long rest = (long) Math.ceil(all * share);
        for (int i = 0; i < CLASSES && all > 0; i++) {
            rest -= counts[i];
            if (rest <= 0) {
                return Optional.of(LEAST_MILLIS * Math.exp(i * GROWTH) / 1000);
            }
        }
        return Optional.empty();
    }
}
