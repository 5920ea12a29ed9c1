package news.dateline.ingest.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import news.dateline.contract.ArticleId;
import news.dateline.contract.CanonicalUrl;
import news.dateline.contract.Content;
import news.dateline.contract.Declared;
import news.dateline.contract.PublicationStatus;
import news.dateline.contract.RawArticle;
import news.dateline.contract.Source;

/**
 * Makes articles of a feed's items. What breaks a rule of pushes is cut or left out: nobody is there to be told.
 *
 * <p>The source is the site's address, not the feed's title, so that an item of two feeds of one site is one article; a
 * guid that is only the link again is no id of its own, so that the same page from a sitemap or a push is that article too.
 */
public final class FeedArticles {
    private static final int HEADLINE_MOST = 1_000;
    private static final int SUMMARY_MOST = 20_000;
    private static final int TEXT_MOST = 1_000_000;
    private static final int ID_MOST = 500;
    private static final int URL_MOST = 4_000;
    private static final int LIST_MOST = 200;
    private static final Instant EARLIEST = Instant.parse("1800-01-01T00:00:00Z");
    private static final Duration CLOCKS_APART = Duration.ofDays(2);

    private FeedArticles() {
    }

    /** The articles of a feed, in its order; an item without any text is none. */
    public static List<RawArticle> of(FeedDocument feed, Instant receivedAt) {
        return feed.items().stream().flatMap(item -> article(feed, item, receivedAt).stream()).toList();
    }

    private static Optional<RawArticle> article(FeedDocument feed, FeedItem item, Instant receivedAt) {
        String headline = cut(item.title().words(), HEADLINE_MOST);
        boolean bodied = !item.content().isBlank();
        FeedText body = bodied ? item.content() : item.summary();
        String summary = cut(item.summary().words(), SUMMARY_MOST);
        Content content = bodied || item.summary().value().length() > SUMMARY_MOST
                ? new Content(body.html() ? Content.HTML : Content.PLAIN, cut(body.value(), TEXT_MOST))
                : Content.NONE;
        if (headline.isEmpty() && summary.isEmpty() && content.text().isBlank()) {
            return Optional.empty();
        }
        Optional<String> url = item.link().flatMap(FeedArticles::web);
        Optional<String> id = item.id().map(FeedArticles::storable).filter(own -> own.length() <= ID_MOST)
                .filter(own -> !isLinkAgain(own, url));
        Optional<Instant> publishedAt = item.publishedAt().filter(time -> isPossible(time, receivedAt));
        Source source = source(feed, item);
        String articleId = ArticleId.of(source, id, url, headline.isEmpty() ? summary : headline,
                publishedAt.orElse(receivedAt));
        Declared declared = new Declared(item.language().or(feed::language).flatMap(FeedArticles::language),
                names(item.categories().stream()), names(item.keywords().stream()));
        return Optional.of(new RawArticle(RawArticle.SCHEMA_VERSION, articleId, id, url, source, headline, summary,
                content, names(item.authors().stream()), declared, Optional.empty(), PublicationStatus.USABLE,
                publishedAt, item.updatedAt().filter(time -> isPossible(time, receivedAt)), receivedAt));
    }

    private static Source source(FeedDocument feed, FeedItem item) {
        return item.publisher()
                .map(by -> new Source(cut(by.name(), ID_MOST), by.url().flatMap(FeedArticles::web)))
                .orElseGet(() -> new Source("", feed.link().or(feed::self).flatMap(FeedArticles::web)));
    }

    private static boolean isLinkAgain(String id, Optional<String> url) {
        return FeedLink.isWeb(id) && url.flatMap(CanonicalUrl::of).equals(CanonicalUrl.of(id));
    }

    private static Optional<String> web(String url) {
        return Optional.of(storable(url)).filter(address -> address.length() <= URL_MOST)
                .filter(address -> CanonicalUrl.of(address).isPresent());
    }

    private static boolean isPossible(Instant time, Instant receivedAt) {
        return !time.isBefore(EARLIEST) && !time.isAfter(receivedAt.plus(CLOCKS_APART));
    }

    private static Optional<String> language(String given) {
        try {
            String tag = given.strip().replace('_', '-');
            return Optional.of(new Locale.Builder().setLanguageTag(tag).build().toLanguageTag())
                    .filter(known -> !known.equals("und"));
        } catch (IllformedLocaleException e) {
            // "English" and the like: the language is detected then.
            return Optional.empty();
        }
    }

    private static List<String> names(Stream<String> names) {
        return names.limit(LIST_MOST).map(name -> cut(FeedText.guessed(cut(name, SUMMARY_MOST)).words(), ID_MOST))
                .filter(name -> !name.isEmpty()).distinct().toList();
    }

    private static String cut(String text, int most) {
        return storable(text.length() <= most ? text : text.substring(0, most)).strip();
    }

    /** Without U+0000 and halves of surrogate pairs, which the store and UTF-8 can't have. */
    private static String storable(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(point -> point != 0)
                .forEach(point -> kept.appendCodePoint(point >= 0xD800 && point <= 0xDFFF ? 0xFFFD : point));
        return kept.toString();
    }
}
