package news.dateline.tags;

import java.util.Arrays;

/**
 * The {@link Place}s of an article that a rule matches, as they are found; then each once, and of those that overlap the whole.
 *
 * <p>One instance serves rule after rule.
 */
final class MatchedPlaces {
    private static final int MOST = 1_000;

    private long[] places = new long[64];
    private int size;
    private int unheard;

    void clear() {
        size = 0;
    }

    /** That something matches is enough until {@link #hearAgain()}; where, is not wanted. */
    void hearNothing() {
        unheard++;
    }

    void hearAgain() {
        unheard--;
    }

    boolean hears() {
        return unheard == 0;
    }

    /** False when no more are wanted. */
    boolean hasRoom() {
        return unheard == 0 && size < MOST;
    }

    void add(long place) {
        if (place == Place.NOWHERE || unheard > 0) {
            return;
        }
        if (size == places.length) {
            places = Arrays.copyOf(places, 2 * size);
        }
        places[size++] = place;
    }

    int size() {
        return size;
    }

    long get(int i) {
        return places[i];
    }

    /** Forgets what was found after there were so many. */
    void backTo(int earlierSize) {
        size = earlierSize;
    }

    /**
     * Takes away places that are part of longer ones that are not meant: of "New York" what stands in "New York Times".
     *
     * @param wanted   where those begin that a query wants
     * @param unwanted where those begin that it does not want, which are forgotten
     * @return false where one of those it does not want stands by itself, or nothing is left
     */
    boolean takeAway(int wanted, int unwanted) {
        int left = wanted;
        boolean eachCovers = size > unwanted;
        for (int i = unwanted; i < size; i++) {
            eachCovers &= anyWithin(wanted, unwanted, places[i]);
        }
        for (int i = wanted; i < unwanted; i++) {
            if (!isWithinAny(places[i], unwanted)) {
                places[left++] = places[i];
            }
        }
        size = left;
        return eachCovers && left > wanted;
    }

    private boolean anyWithin(int from, int to, long longer) {
        for (int i = from; i < to; i++) {
            if (Place.isWithin(places[i], longer)) {
                return true;
            }
        }
        return false;
    }

    private boolean isWithinAny(long place, int from) {
        for (int i = from; i < size; i++) {
            if (Place.isWithin(place, places[i])) {
                return true;
            }
        }
        return false;
    }

    /** Brings them in the order of the text, those that overlap as one. */
    void merge() {
        Arrays.sort(places, 0, size);
        int merged = 0;
        for (int i = 1; i < size; i++) {
            if (!Place.overlap(places[merged], places[i])) {
                places[++merged] = places[i];
            } else if (Place.end(places[i]) > Place.end(places[merged])) {
                places[merged] = Place.upTo(places[merged], places[i]);
            }
        }
        size = Math.min(size, merged + 1);
    }
}
