package news.dateline.enrich.section;

/**
 * The features a model knows, by n-gram hash, each with its inverse document frequency and one weight for a section.
 *
 * <p>Features are numbered in the order of their hashes. Lookup is by open addressing, kept at most three fifths full,
 * since most n-grams of an article are not in the table and must be found missing quickly.
 */
final class SectionWeights {
    static final float IDF_STEP = 1 / 16f;

    /** Instead of a slot where the model does not know the n-gram. */
    static final int UNKNOWN = -1;
    private static final long FREE = 0;
    private static final int MOST_FEATURES = 1 << (Integer.SIZE - Byte.SIZE);

    private final int[] hashes;
    private final byte[] idfs;
    private final byte[] weights;
    private final int sections;
    /**
     * A hash, and below it its feature's number and frequency; then its weights, eight in a number: what is asked together is
     * fetched from memory once.
     */
    private final long[] slots;
    private final int width;
    private final int capacity;
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
        capacity = Integer.highestOneBit(Math.max(8, hashes.length * 5 / 3)) * 2;
        width = 1 + (sections + Long.BYTES - 1) / Long.BYTES;
        slots = new long[capacity * width];
        shift = Integer.numberOfLeadingZeros(capacity) - 2;
        mayBeKnown = new long[1 << (Integer.SIZE - shift - 6)];
        for (int feature = 0; feature < hashes.length; feature++) {
            put(feature);
        }
    }

    private void put(int feature) {
        int bit = hashes[feature] >>> shift;
        mayBeKnown[bit >>> 6] |= 1L << bit;
        int slot = hashes[feature] & capacity - 1;
        while (slots[slot * width] != FREE) {
            slot = slot + 1 & capacity - 1;
        }
        slots[slot * width] = ((long) hashes[feature] << Integer.SIZE) | ((long) feature << Byte.SIZE)
                | (idfs[feature] & 0xff);
        for (int section = 0; section < sections; section++) {
            slots[slot * width + 1 + section / Long.BYTES] |= (weights[feature * sections + section]
                    & 0xffL) << shift(section);
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

    /** 0 where the model does not know an n-gram for sure, else 1. */
    int mayKnow(int hash) {
        int bit = hash >>> shift;
        return (int) (mayBeKnown[bit >>> 6] >>> bit) & 1;
    }

    /** What stands where an n-gram is looked for first. */
    long first(int hash) {
        return slots[(hash & capacity - 1) * width];
    }

    /** The slot of an n-gram, or {@link #UNKNOWN}; {@link #first} has been asked before. */
    int find(int hash, long first) {
        int slot = hash & capacity - 1;
        long found = first;
        while (found != FREE) {
            if ((int) (found >>> Integer.SIZE) == hash) {
                return slot;
            }
            slot = slot + 1 & capacity - 1;
            found = slots[slot * width];
        }
        return UNKNOWN;
    }

    /** The number of a slot's feature. */
    int feature(int slot) {
        return (int) slots[slot * width] >>> Byte.SIZE;
    }

    float idf(int slot) {
        return (slots[slot * width] & 0xff) * IDF_STEP;
    }

    int weight(int slot, int section) {
        return (byte) (slots[slot * width + 1 + section / Long.BYTES] >>> shift(section));
    }

    private static int shift(int section) {
        return Byte.SIZE * (section % Long.BYTES);
    }

    /** Adds the weights of a slot, times a factor, to the sum of each section. */
    void addTo(float[] sums, int slot, float factor) {
        int section = 0;
        int at = slot * width;
        while (section < sums.length) {
            long eight = slots[++at];
            int end = Math.min(sums.length, section + Long.BYTES);
            for (; section < end; section++) {
                sums[section] += (byte) eight * factor;
                eight >>>= Byte.SIZE;
            }
        }
    }
}
