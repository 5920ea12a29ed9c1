package news.dateline.enrich.page;

import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * A run of text that a browser shows as a block of its own.
 *
 * @param owner  the element that it stands in directly
 * @param linked how many of its letters are in links
 */
record TextBlock(Element owner, String text, int letters, int linked) {
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> LISTED = Set.of("li", "dt", "dd", "td", "th");
    private static final int A_SENTENCE = 50;
    private static final int LINK_COST = 40;
    private static final int SCRAP_COST = 12;
    private static final double MOSTLY = 0.6;

    boolean isHeading() {
        return HEADINGS.contains(owner.normalName());
    }

    boolean isLink() {
        return letters > 0 && linked > letters * MOSTLY;
    }

    /** Whether it is an entry of a list or a table. */
    boolean isListed() {
        return LISTED.contains(owner.normalName());
    }

    /** What it adds to the text of a page: prose counts by its letters, links and scraps speak against what is around them. */
    int value() {
        if (isLink()) {
            return -LINK_COST - (letters > A_SENTENCE ? A_SENTENCE : 0);
        }
        if (letters >= A_SENTENCE) {
            return letters - 2 * linked;
        }
        if (isHeading()) {
            return 0;
        }
        return switch (owner.normalName()) {
            case "p", "blockquote", "pre" -> letters / 2 - linked;
            case "li", "dt", "dd", "td", "th" -> -linked;
            default -> -SCRAP_COST;
        };
    }
}
