package news.dateline.enrich.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The article that stands on a page of HTML.
 *
 * @param headline   empty where the page has none
 * @param url        its canonical address
 * @param siteName   name of the publisher's site, empty where it is unknown
 * @param paragraphs of its body, headings and entries of lists among them
 */
public record Page(String headline, List<String> bylines, Optional<Instant> publishedAt, Optional<Instant> updatedAt,
        Optional<String> language, Optional<String> url, String siteName, List<String> paragraphs) {
    public Page {
        bylines = List.copyOf(bylines);
        paragraphs = List.copyOf(paragraphs);
    }
}
