package news.dateline.ingest.poll;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import news.dateline.contract.Declared;
import news.dateline.contract.Feed;
import news.dateline.contract.RawArticle;
import news.dateline.contract.Source;
import news.dateline.ingest.feed.FeedArticles;
import news.dateline.ingest.feed.FeedDocument;
import news.dateline.ingest.feed.FeedReader;
import news.dateline.ingest.feed.UnreadableFeed;
import news.dateline.ingest.fetch.Fetched;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads fetched documents, few at a time: it is work for a processor, which virtual threads would keep from others. */
final class FeedReading implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FeedReading.class);

    private final ExecutorService readers = Executors.newFixedThreadPool(
            Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
            Thread.ofPlatform().daemon().name("feed-reading-", 0).factory());

    /**
     * What a feed's document says.
     *
     * @param articles in its order, with what the registry knows of the feed
     */
    record Read(List<RawArticle> articles, Optional<HubOffer> hub) {}

    Read read(Feed feed, Fetched answer, Instant at) throws NoFeed, InterruptedException {
        Future<Read> read = readers.submit(() -> {
            FeedDocument document = FeedReader.read(answer.body(), answer.header("content-type"),
                    Optional.of(answer.url().toString()));
            return new Read(FeedArticles.of(document, at).stream().map(article -> with(feed, article)).toList(),
                    HubOffer.of(answer, document));
        });
        try {
            return read.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnreadableFeed no) {
                throw new NoFeed("sent what is no feed: it " + no.getMessage());
            }
            LOG.atError().addKeyValue("feed", feed.url()).setCause(e.getCause()).log("feed can't be read");
            throw new NoFeed("sent a feed that can't be read; the log says why");
        } finally {
            read.cancel(true);
        }
    }

    /** What the article says itself goes first; its id stays, so that it is the same article in all feeds of its site. */
    private static RawArticle with(Feed feed, RawArticle article) {
        Source source = article.source().name().isEmpty()
                ? new Source(feed.source(), article.source().url())
                : article.source();
        Declared own = article.declared();
        Declared declared = new Declared(own.language().or(feed::language),
                own.sections().isEmpty() ? feed.section().map(List::of).orElse(List.of()) : own.sections(),
                own.keywords());
        return new RawArticle(article.schemaVersion(), article.articleId(), article.sourceArticleId(), article.url(),
                source, article.headline(), article.summary(), article.content(), article.bylines(), declared,
                article.revision(), article.status(), article.publishedAt(), article.updatedAt(),
                article.receivedAt());
    }

    @Override
    public void close() {
        readers.shutdownNow();
    }
}
