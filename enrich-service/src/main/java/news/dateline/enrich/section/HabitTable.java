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
    private final int[] slotFeatures;
    private final int[] slotRows;

    HabitTable(PublisherHabit habit) {
        this.habit = habit;
        int capacity = Integer.highestOneBit(Math.max(8, habit.features().length)) * 4;
        slotFeatures = new int[capacity];
        slotRows = new int[capacity];
        for (int row = 0; row < habit.features().length; row++) {
            int slot = slot(habit.features()[row]);
            while (slotFeatures[slot] != 0) {
                slot = slot + 1 & capacity - 1;
            }
            slotFeatures[slot] = habit.features()[row] + 1;
            slotRows[slot] = row;
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
        for (int i = 0; i < words.size(); i++) {
            int row = row(words.feature(i));
            if (row >= 0) {
                for (int section = 0; section < sections; section++) {
                    sums[section] += words.value(i) * habit.weights()[row * sections + section];
                }
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

    private int row(int feature) {
        int slot = slot(feature);
        while (slotFeatures[slot] != 0) {
            if (slotFeatures[slot] == feature + 1) {
                return slotRows[slot];
            }
            slot = slot + 1 & slotFeatures.length - 1;
        }
        return -1;
    }

    private int slot(int feature) {
        return ((feature * 0x9E3779B9) >>> 7) & (slotFeatures.length - 1);
    }
}
