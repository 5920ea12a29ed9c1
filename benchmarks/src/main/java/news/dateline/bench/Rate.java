package news.dateline.bench;

import java.util.Arrays;

/** How many articles went through in how long. */
record Rate(long articles, long nanos) {
    static Rate since(long begun, long articles) {
        return new Rate(articles, System.nanoTime() - begun);
    }

    double perSecond() {
        return articles * 1e9 / nanos;
    }

    /** The middle one, or the mean of the two in the middle. */
    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
