package news.dateline.enrich.clean;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import news.dateline.contract.Dateline;
import news.dateline.contract.RelatedItem;

/**
 * An article's own words: its headline once, its body as paragraphs with one blank line between them, and apart from
 * both the teasers for other articles that stood on the same page.
 *
 * @param dateline stood before the body's first sentence
 */
public record CleanText(String headline, String body, Optional<Dateline> dateline, List<RelatedItem> related) {
    public CleanText {
        Objects.requireNonNull(headline, "headline");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(dateline, "dateline");
        related = List.copyOf(related);
    }
}
