package news.dateline.enrich.clean;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What stands below a heading such as "Related articles": headlines of other articles, each a short line without an end. */
final class LinkList {
    private static final Set<String> HEADINGS = Set.of("related articles", "related stories", "related news",
            "related posts", "related content", "related coverage", "related topics", "more on this story",
            "more from this section", "more stories", "most read", "most popular", "trending now", "recommended",
            "recommended stories", "recommended for you", "you may also like", "you might also like",
            "read next");
    private static final int LONGEST_HEADING = 30;
    private static final int LONGEST_LINE = 150;

    private LinkList() {
    }

    /** Where the list ends whose heading stands at a place; that place itself where none does. */
    static int end(List<String> paragraphs, int at) {
        String heading = paragraphs.get(at);
        if (heading.length() > LONGEST_HEADING
                || !HEADINGS.contains(heading.toLowerCase(Locale.ROOT).replace(":", ""))) {
            return at;
        }
        int end = at + 1;
        while (end < paragraphs.size() && isLink(paragraphs.get(end))) {
            end++;
        }
        return end;
    }

    private static boolean isLink(String line) {
        // What a service cut short may be the article's own sentence.
        return line.length() <= LONGEST_LINE
                && (!Headlines.isSentence(Trims.truncation(line)) || line.endsWith("?"));
    }
}
