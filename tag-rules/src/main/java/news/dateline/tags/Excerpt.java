package news.dateline.tags;

import java.util.ArrayList;
import java.util.List;
import news.dateline.contract.EnrichedArticle;
import news.dateline.contract.Mention;
import news.dateline.contract.TextPart;

/**
 * A piece of an article's text in which the words are marked that a rule matched.
 *
 * @param in     the part of the article that it is cut from
 * @param pieces in the order of the text; together they are the excerpt, with an ellipsis where more of the text stands
 */
public record Excerpt(TextPart in, List<Piece> pieces) {
    private static final int MOST_OF_A_TEXT = 2;
    private static final int LONGEST = 400;
    private static final int AROUND = 90;
    private static final int WORD = 20;

    public Excerpt {
        pieces = List.copyOf(pieces);
    }

    /** Text that was matched, or stands between such. */
    public record Piece(String text, boolean matched) {}

    /** The headline, and what stands around the first places in summary and body. */
    static List<Excerpt> of(EnrichedArticle article, List<Mention> places) {
        List<Excerpt> excerpts = new ArrayList<>();
        excerpts.add(cut(TextPart.HEADLINE, article.headline(), 0, Math.min(LONGEST, article.headline().length()),
                places));
        around(TextPart.SUMMARY, article.summary(), places, excerpts);
        around(TextPart.BODY, article.body(), places, excerpts);
        return excerpts;
    }

    private static void around(TextPart part, String text, List<Mention> places, List<Excerpt> excerpts) {
        int shown = 0;
        for (Mention place : places) {
            if (place.in() == part && place.start() >= shown && excerpts.size() <= MOST_OF_A_TEXT) {
                int from = begin(text, Math.max(shown, place.start() - AROUND), place.start());
                shown = end(text, Math.min(Math.min(place.end(), from + LONGEST) + AROUND, text.length()));
                excerpts.add(cut(part, text, from, shown, places));
            }
        }
    }

    /** The next beginning of a word, where there is one at hand. */
    private static int begin(String text, int from, int before) {
        for (int i = from; i > 0 && i < Math.min(from + WORD, before); i++) {
            if (Character.isWhitespace(text.charAt(i - 1))) {
                return i;
            }
        }
        return from > 0 && Character.isLowSurrogate(text.charAt(from)) ? from - 1 : from;
    }

    /** The end of the word in which an excerpt would end, where that is at hand. */
    private static int end(String text, int to) {
        for (int i = to; i < Math.min(to + WORD, text.length()); i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? to + 1 : to;
    }

    private static Excerpt cut(TextPart part, String text, int from, int to, List<Mention> places) {
        List<Piece> pieces = new ArrayList<>();
        add(from > 0 ? "… " : "", false, pieces);
        int done = from;
        for (Mention place : places) {
            int start = Math.max(place.start(), done);
            int end = Math.min(place.end(), to);
            if (place.in() == part && start < end) {
                add(text.substring(done, start), false, pieces);
                add(text.substring(start, end), true, pieces);
                done = end;
            }
        }
        add(text.substring(done, to) + (to < text.length() ? " …" : ""), false, pieces);
        return new Excerpt(part, pieces);
    }

    private static void add(String text, boolean matched, List<Piece> pieces) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, matched));
        }
    }
}
