package news.dateline.enrich.clean;

import java.util.List;
import java.util.Objects;
import news.dateline.contract.RelatedItem;

/**
 * An article's own words: its headline once, its body as paragraphs with one blank line between them, and apart from
 * both the teasers for other articles that stood on the same page.
 */
public record CleanText(String headline, String body, List<RelatedItem> related) {
    public CleanText {
        Objects.requireNonNull(headline, "headline");
        Objects.requireNonNull(body, "body");
        related = List.copyOf(related);
    }
}
