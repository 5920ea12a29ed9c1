package news.dateline.dashboard.news;

import java.util.Arrays;

/** A number for each minute of the last day; older ones are forgotten as time goes on. Not safe for many threads. */
public final class MinuteRing {
    /** Minutes of a day. */
    public static final int DAY = 24 * 60;

    private final int[] values = new int[DAY];
    private final int absent;
    private long newest;

    /**
     * A day of nothing.
     *
     * @param absent what stands for a minute of which nothing is known
     */
    public MinuteRing(int absent, long minute) {
        this.absent = absent;
        newest = minute;
        Arrays.fill(values, absent);
    }

    /** Adds to a minute's number; a minute that is forgotten already is left alone. */
    public void add(long minute, int amount) {
        if (reach(minute)) {
            values[slot(minute)] = Math.max(0, values[slot(minute)]) + amount;
        }
    }

    /** Keeps the largest number of a minute. */
    public void most(long minute, int value) {
        if (reach(minute)) {
            values[slot(minute)] = Math.max(values[slot(minute)], value);
        }
    }

    /** The number of a minute. */
    public int at(long minute) {
        return minute > newest || minute <= newest - DAY ? absent : values[slot(minute)];
    }

    /** The sum of some minutes, both ends included. */
    public long sum(long from, long to) {
        long sum = 0;
        for (long minute = Math.max(from, newest - DAY + 1); minute <= Math.min(to, newest); minute++) {
            sum += Math.max(0, values[slot(minute)]);
        }
        return sum;
    }

    private boolean reach(long minute) {
        if (minute > newest) {
            for (long gone = Math.max(newest + 1, minute - DAY + 1); gone <= minute; gone++) {
                values[slot(gone)] = absent;
            }
            newest = minute;
        }
        return minute > newest - DAY;
    }

    private static int slot(long minute) {
        return (int) Math.floorMod(minute, (long) DAY);
    }
}
