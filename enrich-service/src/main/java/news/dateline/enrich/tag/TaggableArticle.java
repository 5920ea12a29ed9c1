package news.dateline.enrich.tag;

import java.util.List;

/**
 * What rules look at in an article.
 *
 * @param body     its own paragraphs only, so that a teaser earns no tag
 * @param language ISO 639-1, empty when unknown
 * @param source   the publisher's name
 */
public record TaggableArticle(String headline, String body, String language, String source, List<String> sections) {
    public TaggableArticle {
        sections = List.copyOf(sections);
    }

    /** Headline and body as one text. */
    String exact() {
        return headline + "\n" + body;
    }
}
