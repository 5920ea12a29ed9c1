package news.dateline.enrich.section;

/**
 * The features a model knows, by n-gram hash, each with its inverse document frequency and one weight for a section.
 *
 * <p>Features are numbered in the order of their hashes. Lookup is by open addressing, kept at most three fifths full,
 * since most n-grams of an article are not in the table and must be found missing quickly.
 */
final class SectionWeights {
    static final float IDF_STEP = 1 / 16f;

    /** Instead of a feature where the model does not know the n-gram. */
    static final long UNKNOWN = 0;
    private static final int MOST_FEATURES = 1 << (Integer.SIZE - Byte.SIZE);

    private final int[] hashes;
    private final byte[] idfs;
    private final byte[] weights;
    private final int sections;
    /** A hash, and below it its feature's number and frequency: what is asked together is fetched from memory once. */
    private final long[] slots;
    /** A bit for each hash's upper part: small enough to stay near the processor, where the table is not. */
    private final long[] mayBeKnown;
    private final int shift;

    /**
     * @param hashes ascending, none 0
     * @param idfs unsigned, in steps of {@link #IDF_STEP}
     * @param weights a row of one weight for each section, feature after feature
     */
    SectionWeights(int[] hashes, byte[] idfs, byte[] weights) {
        if (hashes.length == 0 || idfs.length != hashes.length || weights.length % hashes.length != 0) {
            throw new IllegalArgumentException("features, frequencies and weights do not fit each other");
        }
        if (hashes.length > MOST_FEATURES) {
            throw new IllegalArgumentException(hashes.length + " features, of " + MOST_FEATURES + " at most");
        }
        this.hashes = hashes;
        this.idfs = idfs;
        this.weights = weights;
        this.sections = weights.length / hashes.length;
        int capacity = Integer.highestOneBit(Math.max(8, hashes.length * 5 / 3)) * 2;
        slots = new long[capacity];
        shift = Integer.numberOfLeadingZeros(capacity) - 2;
        mayBeKnown = new long[1 << (Integer.SIZE - shift - 6)];
        for (int feature = 0; feature < hashes.length; feature++) {
            int bit = hashes[feature] >>> shift;
            mayBeKnown[bit >>> 6] |= 1L << bit;
            int slot = hashes[feature] & capacity - 1;
            while (slots[slot] != UNKNOWN) {
                slot = slot + 1 & capacity - 1;
            }
            slots[slot] = ((long) hashes[feature] << Integer.SIZE) | ((long) feature << Byte.SIZE)
                    | (idfs[feature] & 0xff);
        }
    }

    int size() {
        return hashes.length;
    }

    int sections() {
        return sections;
    }

    int[] hashes() {
        return hashes;
    }

    byte[] idfs() {
        return idfs;
    }

    byte[] weights() {
        return weights;
    }

    /** What the model knows of an n-gram, to be asked for its {@link #feature} and {@link #idf}; or {@link #UNKNOWN}. */
    long find(int hash) {
        int bit = hash >>> shift;
        if ((mayBeKnown[bit >>> 6] & (1L << bit)) == 0) {
            return UNKNOWN;
        }
        int mask = slots.length - 1;
        int slot = hash & mask;
        long found = slots[slot];
        while (found != UNKNOWN && (int) (found >>> Integer.SIZE) != hash) {
            slot = slot + 1 & mask;
            found = slots[slot];
        }
        return found;
    }

    static int feature(long known) {
        return (int) known >>> Byte.SIZE;
    }

    static float idf(long known) {
        return (known & 0xff) * IDF_STEP;
    }

    int weight(int feature, int section) {
        return weights[feature * sections + section];
    }

    /** Adds the feature's weights, times a factor, to the sum of each section. */
    void addTo(float[] sums, int feature, float factor) {
        int at = feature * sections;
        for (int section = 0; section < sums.length; section++) {
            sums[section] += weights[at + section] * factor;
        }
    }
}
