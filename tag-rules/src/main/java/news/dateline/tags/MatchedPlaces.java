package news.dateline.tags;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import news.dateline.contract.Mention;
import news.dateline.contract.TextPart;

/**
 * Places of an article that a rule matched, each once: of places that overlap, the whole.
 *
 * <p>A rule with words beside its subject matches at dozens of places, so each is a number until all are known, part before
 * start before end.
 */
final class MatchedPlaces implements Pattern.Places {
    private static final int MOST = 1_000;
    private static final int START_BITS = 30;
    private static final long START_MASK = (1L << START_BITS) - 1;
    private static final List<TextPart> PARTS = List.of(TextPart.values());

    private long[] places = new long[8];
    private int size;

    @Override
    public boolean hasRoom() {
        return size < MOST;
    }

    @Override
    public void add(String field, ArticleWords.Occurrence first, ArticleWords.Occurrence last) {
        if (!ArticleFields.WHOLE.contains(field)) {
            if (size == places.length) {
                places = Arrays.copyOf(places, 2 * size);
            }
            places[size++] = ((long) PARTS.indexOf(first.in()) << START_BITS | first.start()) << START_BITS
                    | last.end();
        }
    }

    /** In the order of the text. */
    List<Mention> list() {
        Arrays.sort(places, 0, size);
        List<Mention> merged = new ArrayList<>();
        int i = 0;
        while (i < size) {
            long beginning = places[i] >>> START_BITS;
            long end = places[i] & START_MASK;
            for (i++; i < size && isWithin(places[i], beginning, end); i++) {
                end = Math.max(end, places[i] & START_MASK);
            }
            merged.add(new Mention(PARTS.get((int) (beginning >>> START_BITS)), (int) (beginning & START_MASK),
                    (int) end));
        }
        return merged;
    }

    /** Whether a place begins in the same part of the article before an end. */
    private static boolean isWithin(long place, long beginning, long end) {
        long other = place >>> START_BITS;
        return other >>> START_BITS == beginning >>> START_BITS && (other & START_MASK) < end;
    }
}
