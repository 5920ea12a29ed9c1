package news.dateline.ingest.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.dateline.contract.ArticleId;
import news.dateline.contract.CanonicalUrl;
import news.dateline.contract.Content;
import news.dateline.contract.Declared;
import news.dateline.contract.PublicationStatus;
import news.dateline.contract.RawArticle;
import news.dateline.contract.Source;
import news.dateline.ingest.format.FieldRules;
import news.dateline.ingest.format.FieldRules.Lenient;

/**
 * Makes articles of a feed's items. What breaks a rule of pushes is cut or left out: nobody is there to be told.
 *
 * <p>The source is the site's address, not the feed's title, so that an item of two feeds of one site is one article; a
 * guid that is only the link again is no id of its own, so that the same page from a sitemap or a push is that article too.
 */
public final class FeedArticles {
    private static final int TEXT_MOST = 1_000_000;

    private FeedArticles() {
    }

    /** The articles of a feed, in its order; an item without any text is none. */
    public static List<RawArticle> of(FeedDocument feed, Instant receivedAt) {
        return ofEveryItem(feed, receivedAt).filter(FeedArticles::hasText).toList();
    }

    /** Each made as it is asked for, also of an item without any text. */
    public static Stream<RawArticle> ofEveryItem(FeedDocument feed, Instant receivedAt) {
        return feed.items().stream().map(item -> article(feed, item, receivedAt));
    }

    /** Whether there is anything to read: what has no text is refused when it is pushed. */
    public static boolean hasText(RawArticle article) {
        return !article.headline().isEmpty() || !article.summary().isEmpty() || !article.content().text().isBlank();
    }

    private static RawArticle article(FeedDocument feed, FeedItem item, Instant receivedAt) {
        String headline = Lenient.text(item.title().words(), FieldRules.HEADLINE_MOST);
        boolean bodied = !item.content().isBlank();
        FeedText body = bodied ? item.content() : item.summary();
        String summary = Lenient.text(item.summary().words(), FieldRules.SUMMARY_MOST);
        Content content = bodied || item.summary().value().length() > FieldRules.SUMMARY_MOST
                ? new Content(body.html() ? Content.HTML : Content.PLAIN, Lenient.text(body.value(), TEXT_MOST))
                : Content.NONE;
        Optional<String> url = item.link().flatMap(Lenient::url);
        Optional<String> id = item.id().flatMap(Lenient::id).filter(own -> !isLinkAgain(own, url));
        Optional<Instant> publishedAt = item.publishedAt().filter(time -> Lenient.isPossible(time, receivedAt));
        Source source = source(feed, item);
        String articleId = ArticleId.of(source, id, url,
                FieldRules.identifyingText(headline, summary, content.text()), publishedAt.orElse(receivedAt));
        Declared declared = new Declared(item.language().or(feed::language).flatMap(Lenient::language),
                names(item.categories().stream()), names(item.keywords().stream()));
        return new RawArticle(RawArticle.SCHEMA_VERSION, articleId, id, url, source, headline, summary,
                content, names(item.authors().stream()), declared, Optional.empty(), PublicationStatus.USABLE,
                publishedAt, item.updatedAt().filter(time -> Lenient.isPossible(time, receivedAt)), receivedAt);
    }

    private static Source source(FeedDocument feed, FeedItem item) {
        return item.publisher()
                .map(by -> new Source(Lenient.text(by.name(), FieldRules.NAME_MOST), by.url().flatMap(Lenient::url)))
                .orElseGet(() -> new Source("", feed.link().or(feed::self).flatMap(Lenient::url)));
    }

    private static boolean isLinkAgain(String id, Optional<String> url) {
        return FeedLink.isWeb(id) && url.flatMap(CanonicalUrl::of).equals(CanonicalUrl.of(id));
    }

    private static List<String> names(Stream<String> names) {
        return names.limit(FieldRules.LIST_MOST)
                .map(name -> Lenient.text(FeedText.guessed(Lenient.text(name, FieldRules.SUMMARY_MOST)).words(),
                        FieldRules.NAME_MOST))
                .filter(name -> !name.isEmpty()).distinct().toList();
    }
}
