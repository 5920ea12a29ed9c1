package news.dateline.enrich.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.dateline.contract.Content;
import news.dateline.contract.Declared;
import news.dateline.contract.RawArticle;
import news.dateline.contract.Source;

/**
 * An article that came as a whole page: its own text, and its fields filled up from the page. What was given beside the page
 * wins.
 */
public record PageArticle(RawArticle raw, List<String> paragraphs) {
    private static final Duration CLOCKS_APART = Duration.ofDays(2);

    public PageArticle {
        paragraphs = List.copyOf(paragraphs);
    }

    /** The article on the page that was received; empty where something else was. */
    public static Optional<PageArticle> of(RawArticle raw) {
        String text = raw.content().text();
        return Content.isHtml(raw.content().mediaType()) && PageReader.isWhole(text)
                ? Optional.of(of(raw, PageReader.read(text, raw.url())))
                : Optional.empty();
    }

    private static PageArticle of(RawArticle raw, Page page) {
        Source source = raw.source().name().isBlank() ? new Source(page.siteName(), raw.source().url()) : raw.source();
        Declared declared = new Declared(raw.declared().language().or(page::language), raw.declared().sections(),
                raw.declared().keywords());
        RawArticle filled = new RawArticle(raw.schemaVersion(), raw.articleId(), raw.sourceArticleId(),
                raw.url().or(page::url), source, headline(raw.headline(), page.headline()), raw.summary(),
                raw.content(),
                raw.bylines().isEmpty() ? page.bylines() : raw.bylines(), declared, raw.revision(), raw.status(),
                raw.publishedAt().or(() -> possible(page.publishedAt(), raw)),
                raw.updatedAt().or(() -> possible(page.updatedAt(), raw)), raw.receivedAt());
        return new PageArticle(filled, page.paragraphs());
    }

    /** A page's title has the site's name in it, which its headline has not. */
    private static String headline(String given, String found) {
        return given.isBlank() || PageHeadline.isTitleOf(given, found) ? found : given;
    }

    private static Optional<Instant> possible(Optional<Instant> time, RawArticle raw) {
        return time.filter(instant -> instant.isBefore(raw.receivedAt().plus(CLOCKS_APART)));
    }
}
