package news.dateline.enrich.section;

import java.util.Locale;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * What stands around an article's own words: the name of a series or a section, an agency, a notice.
 *
 * <p>A text falls into segments: lines, sentences, brackets, what stands before a colon or on a side of a dash. Letters
 * and digits between its first and its last one are what tells a segment, in any case.
 */
final class Furniture {
    private static final boolean[] IS_END = new boolean[128];
    private static final char[] LOWER = new char[128];
    /** A habit is learned from the first lines of articles; no long text must cost more to search. */
    private static final int SEARCHED = 2_000;
    private static final long SEED = 0x2545F4914F6CDD1DL;
    private static final long PRIME = 0x9E3779B97F4A7C15L;

    static {
        "\r\n.!?:|()[]<>".chars().forEach(end -> IS_END[end] = true);
        for (char c = 0; c < LOWER.length; c++) {
            LOWER[c] = Character.toLowerCase(c);
        }
    }

    private Furniture() {
    }

    /** The segment as it is told from others; empty where it has no letter or digit. */
    static String key(String segment) {
        int from = first(segment, 0, segment.length());
        return segment.substring(from, last(segment, from, segment.length())).toLowerCase(Locale.ROOT);
    }

    /** Adds the keys of all segments of a text. */
    static void addKeys(String text, Set<String> keys) {
        int from = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || isEnd(text, at)) {
                String key = key(text.substring(from, at));
                if (!key.isEmpty()) {
                    keys.add(key);
                }
                from = at + 1;
            }
        }
    }

    /** Hands over the hash of each segment of a text's beginning, without making strings. */
    static void hashes(String text, IntConsumer found) {
        int from = 0;
        int length = Math.min(text.length(), SEARCHED);
        for (int at = 0; at <= length; at++) {
            if (at == length || isEnd(text, at)) {
                int first = first(text, from, at);
                if (first < at) {
                    found.accept(hash(text, first, last(text, first, at)));
                }
                from = at + 1;
            }
        }
    }

    /** The hash by which {@link #hashes} finds a key. */
    static int hash(String key) {
        return hash(key, 0, key.length());
    }

    private static int hash(String text, int from, int to) {
        long hash = SEED;
        for (int i = from; i < to; i++) {
            hash = (hash ^ lower(text.charAt(i))) * PRIME;
        }
        return (int) (((hash ^ (hash >>> 29)) * PRIME) >>> 32);
    }

    private static char lower(char c) {
        return c < 128 ? LOWER[c] : Character.toLowerCase(c);
    }

    private static boolean isEnd(String text, int at) {
        char c = text.charAt(at);
        return c < 128 && (IS_END[c] || (c == '-' && text.startsWith(" - ", at - 1)));
    }

    private static int first(String text, int from, int to) {
        int first = from;
        while (first < to && !Character.isLetterOrDigit(text.charAt(first))) {
            first++;
        }
        return first;
    }

    private static int last(String text, int from, int to) {
        int last = to;
        while (last > from && !Character.isLetterOrDigit(text.charAt(last - 1))) {
            last--;
        }
        return last;
    }
}
