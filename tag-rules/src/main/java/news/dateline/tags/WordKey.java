package news.dateline.tags;

/**
 * A word as a number of 64 bits, by which rules and articles meet without making a string of each word. That two words that
 * anybody writes have one number is less likely than a broken memory chip.
 */
final class WordKey {
    private static final long SPREAD = 0xff51afd7ed558ccdL;
    private static final long AGAIN = 0xc4ceb9fe1a85ec53L;

    private WordKey() {
    }

    /** The letters alone. */
    static long of(char[] word, int length) {
        long key = AGAIN;
        for (int i = 0; i < length; i++) {
            key = (key ^ word[i]) * SPREAD;
        }
        return key;
    }

    /** The word in a field. */
    static long in(String field, long word) {
        return both(of(field), word);
    }

    /** A field. */
    static long of(String field) {
        return field.hashCode();
    }

    /** Two numbers as one, which is never 0. */
    static long both(long first, long second) {
        long key = (first * AGAIN ^ second) * SPREAD;
        return (key ^ key >>> 32) | 1L << 63;
    }
}
