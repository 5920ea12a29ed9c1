package news.dateline.enrich.section;

import java.util.Arrays;

/** The features of one article that a model knows, each once: its value, and where it stands first. */
final class KnownWords {
    private final SectionWeights weights;
    private int[] asked = {};
    private long[] firsts = {};
    private int[] known = {};
    private int[] positions = {};
    private int[] counts = {};
    private float[] values = {};

    /** By hash, a feature's place among those met, and 1: as small as the article, so that it stays near the processor. */
    private int[] slots = {};
    private int size;
    private float unit;

    KnownWords(SectionWeights weights) {
        this.weights = weights;
    }

    /** Replaces what is held with the n-grams of another article. */
    void read(NGramHasher ngrams) {
        int mask = makeRoom(ngrams.size());
        size = 0;
        int askedFor = 0;
        for (int i = 0; i < ngrams.size(); i++) {
            asked[askedFor] = i;
            askedFor += weights.mayKnow(ngrams.hashAt(i));
        }
        // No look here waits for another, so that all are on their way from memory together.
        for (int i = 0; i < askedFor; i++) {
            firsts[i] = weights.first(ngrams.hashAt(asked[i]));
        }
        for (int i = 0; i < askedFor; i++) {
            int found = weights.find(ngrams.hashAt(asked[i]), firsts[i]);
            if (found != SectionWeights.UNKNOWN) {
                count(found, found & mask, mask, asked[i]);
            }
        }
        float squares = 0;
        for (int i = 0; i < size; i++) {
            values[i] = SectionModel.termFrequency(counts[i]) * weights.idf(known[i]);
            squares += values[i] * values[i];
        }
        unit = size == 0 ? 0 : (float) (1 / Math.sqrt(squares));
    }

    /** Makes room for n-grams; returns the mask of the slots that they need, which are empty. */
    private int makeRoom(int ngrams) {
        int needed = 4 * Integer.highestOneBit(Math.max(1, ngrams));
        if (slots.length < needed) {
            asked = new int[needed / 2];
            firsts = new long[needed / 2];
            known = new int[needed / 2];
            positions = new int[needed / 2];
            counts = new int[needed / 2];
            values = new float[needed / 2];
            slots = new int[needed];
        }
        Arrays.fill(slots, 0, needed, 0);
        return needed - 1;
    }

    private void count(int found, int from, int mask, int position) {
        int slot = from;
        while (slots[slot] != 0) {
            int before = slots[slot] - 1;
            if (known[before] == found) {
                counts[before]++;
                return;
            }
            slot = slot + 1 & mask;
        }
        known[size] = found;
        positions[size] = position;
        counts[size] = 1;
        slots[slot] = ++size;
    }

    int size() {
        return size;
    }

    /** Where the weights have the feature. */
    int slot(int i) {
        return known[i];
    }

    int feature(int i) {
        return weights.feature(known[i]);
    }

    /** The number of the n-gram by which the feature stands first. */
    int position(int i) {
        return positions[i];
    }

    /** Its frequency in the article, weighted by how rare it is elsewhere. */
    float value(int i) {
        return values[i];
    }

    /** What each value is multiplied by, so that their squares sum to 1. */
    float unit() {
        return unit;
    }
}
