package news.dateline.tags;

import java.time.Instant;
import java.util.List;
import news.dateline.contract.EnrichedArticle;
import news.dateline.contract.Entity;
import news.dateline.contract.Labels;
import news.dateline.contract.LostLetters;
import news.dateline.contract.SectionLabel;
import news.dateline.contract.TextPart;

/**
 * What rules look at in an article.
 *
 * @param summary   the publisher's own summary
 * @param body      its own paragraphs only, so that a teaser earns no tag; none where they are what {@link LostLetters} tells
 * @param language  ISO 639-1, empty when unknown
 * @param source    the publisher's name
 * @param address   the article's URL, else its publisher's; empty when unknown
 * @param published by the publisher's clock; where that doesn't say, when it was received
 * @param entities  what it names
 */
public record TaggableArticle(String headline, String summary, String body, String language, String source,
        String address, Instant published, List<String> sections, List<Entity> entities) {
    /**
     * Rules look no further: matching takes longer than in proportion to a text (17 s for 2.4 MB of it, measured), and
     * what an article is about stands in its first hundred pages.
     */
    private static final int MOST_CHARS = 200_000;

    public TaggableArticle {
        headline = beginning(headline);
        summary = beginning(summary);
        body = LostLetters.in(headline, body) ? "" : beginning(body);
        sections = List.copyOf(sections);
        entities = List.copyOf(entities);
    }

    /** An article that was labelled before, as rules look at it now. */
    public static TaggableArticle of(EnrichedArticle article, Labels labels) {
        return new TaggableArticle(article.headline(), article.summary(), article.body(),
                labels.language().orElse(""), article.source().name(),
                article.url().or(() -> article.source().url()).orElse(""),
                article.publishedAt().orElse(article.receivedAt()),
                labels.sections().stream().map(SectionLabel::section).toList(), labels.entities());
    }

    /** "Storm nears - Yahoo News Australia" is not about Australia. */
    String headlineWithoutPublisher() {
        return headline.substring(0, PublisherSuffix.start(headline));
    }

    /** How much of a text rules look at. */
    int length(TextPart part) {
        return part == TextPart.HEADLINE ? PublisherSuffix.start(headline) : text(part).length();
    }

    String text(TextPart part) {
        return switch (part) {
            case HEADLINE -> headline;
            case SUMMARY -> summary;
            case BODY -> body;
        };
    }

    private static String beginning(String text) {
        if (text.length() <= MOST_CHARS) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(MOST_CHARS - 1)) ? MOST_CHARS - 1 : MOST_CHARS);
    }
}
