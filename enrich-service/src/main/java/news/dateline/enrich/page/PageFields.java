package news.dateline.enrich.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * What one source within a page says of its article; empty where it says nothing.
 *
 * @param siteName name of the publisher's site
 */
record PageFields(String headline, List<String> bylines, Optional<Instant> publishedAt, Optional<Instant> updatedAt,
        Optional<String> language, Optional<String> url, String siteName) {
    private static final int MOST_WITHIN = 40;

    PageFields {
        bylines = List.copyOf(bylines);
    }

    /** Filled up by a source that is believed less. */
    PageFields or(PageFields other) {
        return new PageFields(headline.isEmpty() ? other.headline : headline,
                bylines.isEmpty() ? other.bylines : bylines, publishedAt.or(other::publishedAt),
                updatedAt.or(other::updatedAt), language.or(other::language), url.or(other::url),
                siteName.isEmpty() ? other.siteName : siteName);
    }

    /** One line of text, its runs of blanks folded. */
    static String line(String text) {
        return text.replaceAll("[\\s\\u00A0\\u200B\\uFEFF]+", " ").strip();
    }

    /** The text of an element that holds a name or a date; one that holds half the page says neither. */
    static String shortText(Element element) {
        return element.stream().limit(MOST_WITHIN + 1).count() > MOST_WITHIN ? "" : line(element.text());
    }

    /** What an element says of a field: to machines, or else to people. */
    static String value(Element element) {
        return Stream.of("content", "datetime", "data-datetime", "title").filter(element::hasAttr).map(element::attr)
                .filter(text -> !text.isBlank()).findFirst().orElseGet(() -> shortText(element));
    }

    static String firstLine(Stream<String> texts) {
        return texts.map(PageFields::line).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }
}
