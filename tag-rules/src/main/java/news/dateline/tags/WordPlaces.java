package news.dateline.tags;

import java.util.Arrays;

/**
 * All words of an article with their places, to be asked for any of them.
 *
 * <p>Rules look for many words that most articles have, and of those that may match an article few are asked for more than one. So
 * words are noted in a row as they are read, and are linked by their keys only for an article that a rule may match.
 */
final class WordPlaces {
    private static final int LEAST = 256;
    /** More is given back after a longer article. */
    private static final int MOST_KEPT = 8_192;

    /** Two keys of each word, as it stands and folded; one of them is 0 where it has but one. */
    private long[] keys = new long[2 * LEAST];
    private int[] positions = new int[LEAST];
    private long[] places = new long[LEAST];
    private int words;

    /** For the lower bits of a key, where in the row the first of them is, and 1; and for each of the row, the next. */
    private int[] first = new int[16 * LEAST];
    private int[] next = new int[2 * LEAST];
    private int mask;

    void clear() {
        words = 0;
        if (positions.length > MOST_KEPT) {
            resize(LEAST);
            first = new int[16 * LEAST];
        }
    }

    void add(long key, long otherKey, int position, long place) {
        if (words == positions.length) {
            resize(2 * words);
        }
        keys[2 * words] = key;
        keys[2 * words + 1] = otherKey;
        positions[words] = position;
        places[words++] = place;
    }

    private void resize(int size) {
        keys = Arrays.copyOf(keys, 2 * size);
        positions = Arrays.copyOf(positions, size);
        places = Arrays.copyOf(places, size);
        next = new int[2 * size];
    }

    /** Makes ready to be asked, when all words are there. */
    void link() {
        int needed = 16 * Integer.highestOneBit(Math.max(1, words));
        if (first.length < needed) {
            first = new int[needed];
        } else {
            Arrays.fill(first, 0, needed, 0);
        }
        mask = needed - 1;
        for (int i = 2 * words - 1; i >= 0; i--) {
            int slot = slot(keys[i]);
            next[i] = first[slot];
            first[slot] = i + 1;
        }
    }

    boolean has(long key) {
        return first(key) != 0;
    }

    /** Adds the places of a word, in the order of the texts. */
    void addTo(Occurrences found, long key) {
        for (int at = first(key); at != 0; at = next[at - 1]) {
            if (keys[at - 1] == key) {
                int word = (at - 1) / 2;
                found.add(positions[word], places[word]);
            }
        }
    }

    private int first(long key) {
        int at = first[slot(key)];
        while (at != 0 && keys[at - 1] != key) {
            at = next[at - 1];
        }
        return at;
    }

    private int slot(long key) {
        return (int) (key >>> Integer.SIZE) & mask;
    }
}
