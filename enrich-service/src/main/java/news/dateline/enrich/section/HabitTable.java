package news.dateline.enrich.section;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** A {@link PublisherHabit} made ready to look features up in. */
final class HabitTable {
    /**
     * N-grams of a text that a habit counts in full; it is learned from the first lines of articles.
     *
     * <p>A long text says for itself what it is about: what the publisher usually does counts the less beside it.
     */
    private static final double MOST_NGRAMS = 150;

    /** What a piece of furniture weighs beside the words, whose squares sum to 1. */
    static final float VALUE_OF_FURNITURE = 0.5f;

    private final PublisherHabit habit;
    /** A feature's number and one, and its weights behind it, eight in a number: fetched from memory together. */
    private final long[] slots;
    private final int width;
    private final int mask;

    HabitTable(PublisherHabit habit) {
        this.habit = habit;
        int sections = habit.constants().length;
        int capacity = Integer.highestOneBit(Math.max(8, habit.features().length * 5 / 3)) * 2;
        mask = capacity - 1;
        width = 1 + (sections + Long.BYTES - 1) / Long.BYTES;
        slots = new long[capacity * width];
        for (int row = 0; row < habit.features().length; row++) {
            int slot = slot(habit.features()[row]);
            while (slots[slot * width] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot * width] = habit.features()[row] + 1L;
            for (int section = 0; section < sections; section++) {
                slots[slot * width + 1 + section / Long.BYTES] |= (habit.weights()[row * sections + section]
                        & 0xffL) << (Byte.SIZE * (section % Long.BYTES));
            }
        }
    }

    PublisherHabit habit() {
        return habit;
    }

    /** How much of a habit counts in an article of so many n-grams. */
    static double share(int ngrams) {
        return Math.min(1, MOST_NGRAMS / Math.max(1, ngrams));
    }

    /** The numbers of the publisher's furniture in an article's texts, each once, ascending. */
    int[] furniture(List<String> texts) {
        IntStream.Builder found = IntStream.builder();
        IntConsumer look = hash -> {
            int number = Arrays.binarySearch(habit.furniture(), hash);
            if (number >= 0) {
                found.add(number);
            }
        };
        texts.forEach(text -> Furniture.hashes(text, look));
        return found.build().distinct().sorted().toArray();
    }

    /** What the habit adds to the log odds of each section. */
    double[] logOdds(float[] margins, KnownWords words, int[] furniture) {
        int sections = margins.length;
        double[] sums = new double[sections];
        long[] firsts = new long[words.size()];
        // No look here waits for another, so that all are on their way from memory together.
        for (int i = 0; i < firsts.length; i++) {
            firsts[i] = slots[slot(words.feature(i)) * width];
        }
        for (int i = 0; i < firsts.length; i++) {
            int at = find(words.feature(i), firsts[i]);
            if (at >= 0) {
                add(sums, at, words.value(i));
            }
        }
        for (int section = 0; section < sections; section++) {
            sums[section] = sums[section] * words.unit() * habit.scales()[section] + habit.constants()[section];
            for (int other = 0; other < sections; other++) {
                sums[section] += margins[other] * habit.ofMargins()[section * sections + other];
            }
            for (int number : furniture) {
                sums[section] += habit.ofFurniture()[number * sections + section];
            }
        }
        return sums;
    }

    private void add(double[] sums, int slot, float factor) {
        int at = slot * width;
        int section = 0;
        while (section < sums.length) {
            long eight = slots[++at];
            int end = Math.min(sums.length, section + Long.BYTES);
            for (; section < end; section++) {
                sums[section] += factor * (byte) eight;
                eight >>>= Byte.SIZE;
            }
        }
    }

    /** The feature's slot, or -1; its first one has been looked at. */
    private int find(int feature, long first) {
        int slot = slot(feature);
        long found = first;
        while (found != 0) {
            if (found == feature + 1L) {
                return slot;
            }
            slot = (slot + 1) & mask;
            found = slots[slot * width];
        }
        return -1;
    }

    private int slot(int feature) {
        return ((feature * 0x9E3779B9) >>> 7) & mask;
    }
}
