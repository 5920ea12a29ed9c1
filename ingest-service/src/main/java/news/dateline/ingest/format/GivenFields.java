package news.dateline.ingest.format;

import java.util.Optional;

/**
 * What is said of a page from outside it; for a page of HTML, which has fields of its own, it is what counts.
 *
 * @param url         the page's address
 * @param source      name of its publisher
 * @param language    BCP 47 language tag
 * @param publishedAt ISO 8601 time with zone
 * @param updatedAt   ISO 8601 time with zone, such as when an archive captured the page
 */
public record GivenFields(Optional<String> url, Optional<String> source, Optional<String> language,
        Optional<String> publishedAt, Optional<String> updatedAt) {
    public static final GivenFields NONE = new GivenFields(Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty());
}
