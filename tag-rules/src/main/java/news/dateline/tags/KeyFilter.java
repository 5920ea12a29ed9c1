package news.dateline.tags;

import java.util.Collection;

/**
 * Says of most numbers that they are none of a set.
 *
 * <p>Most words of an article are not wanted, however many rules there are. Sixteen bits for each wanted word, one of them set,
 * say so of nearly all; those of ten thousand rules stay in a processor's cache, where the words would not.
 */
final class KeyFilter {
    private static final int BITS_FOR_EACH = 16;

    private final long[] bits;

    KeyFilter(Collection<Long> keys) {
        bits = new long[2 * Integer.highestOneBit(keys.size() * BITS_FOR_EACH / Long.SIZE + 1)];
        keys.forEach(key -> bits[place(key)] |= 1L << key);
    }

    /** False where the number is none of the set for sure. */
    boolean mayHave(long key) {
        return (bits[place(key)] & 1L << key) != 0;
    }

    private int place(long key) {
        return (int) (key >>> 6) & bits.length - 1;
    }
}
