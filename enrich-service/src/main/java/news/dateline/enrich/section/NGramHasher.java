package news.dateline.enrich.section;

import java.util.Arrays;

/**
 * Turns a headline and a body into the hashes of their word n-grams, in one pass and without making strings.
 *
 * <p>Words are runs of letters and digits in any script, lower-cased; every digit counts as the same one, so that years
 * and amounts of one length are one word. Words and word pairs are hashed alike wherever they stand; words of the
 * headline are hashed once more in a space of their own, because a word weighs more there.
 */
final class NGramHasher {
    /** No article needs more to be labelled, and a hostile one must not cost more. */
    private static final int MOST_CHARACTERS = 100_000;

    private static final long WORD_SEED = 0x2545F4914F6CDD1DL;
    private static final long HEADLINE_SEED = 0x632BE59BD9B4E019L;
    private static final long PRIME = 0x9E3779B97F4A7C15L;
    private static final char[] ASCII_FOLD = asciiFold();

    private int[] hashes = new int[4096];
    private int[] starts = new int[4096];
    private int[] ends = new int[4096];
    private int size;

    /** Replaces what this hasher holds with the n-grams of one article. */
    void hash(String headline, String body) {
        size = 0;
        hash(headline, 0, true);
        hash(body, headline.length() + 1, false);
    }

    int size() {
        return size;
    }

    int hashAt(int position) {
        return hashes[position];
    }

    /** Where the n-gram begins, counted through headline, one space and body. */
    int startAt(int position) {
        return starts[position];
    }

    int endAt(int position) {
        return ends[position];
    }

    private void hash(String text, int offset, boolean headline) {
        long previous = 0;
        int previousStart = 0;
        int length = Math.min(text.length(), MOST_CHARACTERS);
        int at = 0;
        while (at < length) {
            char folded = fold(text.charAt(at));
            if (folded == 0) {
                at++;
                continue;
            }
            int start = at;
            long word = WORD_SEED;
            do {
                word = (word ^ folded) * PRIME;
                at++;
                folded = at < length ? fold(text.charAt(at)) : 0;
            } while (folded != 0);
            if (isPossessive(text, start, at)) {
                continue;
            }
            word ^= word >>> 29;
            add(word, offset + start, offset + at);
            if (headline) {
                add(word + HEADLINE_SEED, start, at);
            }
            if (previous != 0) {
                add(previous * 31 + word, offset + previousStart, offset + at);
            }
            previous = word;
            previousStart = start;
        }
    }

    private static boolean isPossessive(String text, int start, int end) {
        return end - start == 1 && start > 0 && (text.charAt(start) | 0x20) == 's'
                && (text.charAt(start - 1) == '\'' || text.charAt(start - 1) == '’');
    }

    private void add(long value, int start, int end) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        long mixed = (value ^ value >>> 32) * PRIME;
        int hash = (int) (mixed >>> 32);
        starts[size] = start;
        ends[size] = end;
        hashes[size++] = hash == 0 ? 1 : hash;
    }

    /** The character as it is hashed, or 0 where it belongs to no word. */
    private static char fold(char c) {
        return c < 128 ? ASCII_FOLD[c] : foldOther(c);
    }

    private static char foldOther(char c) {
        if (Character.isLetter(c) || Character.isSurrogate(c)) {
            return Character.toLowerCase(c);
        }
        return Character.isDigit(c) ? '0' : 0;
    }

    private static char[] asciiFold() {
        char[] fold = new char[128];
        for (char c = 0; c < 128; c++) {
            fold[c] = foldOther(c);
        }
        return fold;
    }
}
