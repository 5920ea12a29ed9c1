package news.dateline.enrich.tag;

import java.util.List;

/**
 * What rules look at in an article.
 *
 * @param summary  the publisher's own summary
 * @param body     its own paragraphs only, so that a teaser earns no tag
 * @param language ISO 639-1, empty when unknown
 * @param source   the publisher's name
 */
public record TaggableArticle(String headline, String summary, String body, String language, String source,
        List<String> sections) {
    public TaggableArticle {
        sections = List.copyOf(sections);
    }

    /** "Storm nears - Yahoo News Australia" is not about Australia. */
    String headlineWithoutPublisher() {
        return headline.substring(0, PublisherSuffix.start(headline));
    }
}
