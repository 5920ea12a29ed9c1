package news.dateline.tags;

import java.util.Arrays;

/** A word at all its places in an article, in the order of the texts; one instance serves word after word. */
final class Occurrences {
    private static final int MOST_KEPT = 256;

    private String text = "";
    private int[] positions = new int[2];
    private long[] places = new long[2];
    private int size;

    /** Begins a word. */
    Occurrences begin(String newText) {
        text = newText;
        size = 0;
        if (places.length > MOST_KEPT) {
            positions = new int[2];
            places = new long[2];
        }
        return this;
    }

    void add(int position, long place) {
        if (size == places.length) {
            positions = Arrays.copyOf(positions, 2 * size);
            places = Arrays.copyOf(places, 2 * size);
        }
        positions[size] = position;
        places[size++] = place;
    }

    String text() {
        return text;
    }

    int size() {
        return size;
    }

    /** Counted in words, through all texts. */
    int position(int i) {
        return positions[i];
    }

    /** See {@link Place}. */
    long place(int i) {
        return places[i];
    }

    boolean endsWith(long place) {
        return size > 0 && places[size - 1] == place;
    }
}
