package news.dateline.tags;

import java.util.List;
import news.dateline.contract.Mention;
import news.dateline.contract.TextPart;

/**
 * A place in an article as a number: its part before its start before its end, so that places sort as they stand in the text.
 * An article has hundreds of them, of which ten at most are told.
 */
final class Place {
    /** Of a value that is no text. */
    static final long NOWHERE = -1;

    private static final int BITS = 30;
    private static final long MASK = (1L << BITS) - 1;
    private static final List<TextPart> PARTS = List.of(TextPart.values());

    private Place() {
    }

    static long of(TextPart in, int start, int end) {
        long beginning = ((long) PARTS.indexOf(in) << BITS) | start;
        return (beginning << BITS) | end;
    }

    static TextPart in(long place) {
        return PARTS.get((int) (place >>> (2 * BITS)));
    }

    /** In the text, in UTF-16 units. */
    static int start(long place) {
        return (int) ((place >>> BITS) & MASK);
    }

    /** Behind the last word. */
    static int end(long place) {
        return (int) (place & MASK);
    }

    /** The same place up to the end of another. */
    static long upTo(long place, long last) {
        return (place & ~MASK) | (last & MASK);
    }

    /** Whether the second begins before the first ends, given that it does not begin before it. */
    static boolean overlap(long first, long second) {
        return in(first) == in(second) && start(second) < end(first);
    }

    /** Whether a place is part of a longer one. */
    static boolean isWithin(long place, long longer) {
        return place != longer && in(place) == in(longer) && start(longer) <= start(place)
                && end(place) <= end(longer);
    }

    static Mention mention(long place) {
        return new Mention(in(place), start(place), end(place));
    }
}
