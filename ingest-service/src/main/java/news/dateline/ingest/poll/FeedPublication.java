package news.dateline.ingest.poll;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import news.dateline.contract.Feed;
import news.dateline.contract.FeedStatus;
import news.dateline.contract.Origin;
import news.dateline.contract.RawArticle;
import news.dateline.contract.Topics;
import news.dateline.ingest.publish.ArticleIntake;
import news.dateline.ingest.publish.Outcome;
import news.dateline.ingest.publish.OutcomeCount;
import news.dateline.ingest.publish.RawPublisher;

/** Writes what polls found and waits until Kafka has it, however long Kafka is away. */
final class FeedPublication {
    private static final int AT_A_TIME = 200;

    private final ArticleIntake intake;
    private final OutcomeCount count;
    private final RawPublisher publisher;
    private final Predicate<String> registered;
    private final Duration backOff;

    /**
     * A publication.
     *
     * @param registered whether a feed stands in the registry
     */
    FeedPublication(ArticleIntake intake, OutcomeCount count, RawPublisher publisher, Predicate<String> registered,
            Duration backOff) {
        this.intake = intake;
        this.count = count;
        this.publisher = publisher;
        this.registered = registered;
        this.backOff = backOff;
    }

    /** Returns when every article is acknowledged or dead-lettered. */
    void articles(String feed, List<RawArticle> articles) throws InterruptedException {
        Origin origin = Origin.feed(feed);
        for (int from = 0; from < articles.size(); from += AT_A_TIME) {
            List<RawArticle> some = articles.subList(from, Math.min(articles.size(), from + AT_A_TIME));
            while (!taken(origin, some)) {
                Thread.sleep(backOff);
            }
        }
    }

    private boolean taken(Origin origin, List<RawArticle> articles) throws InterruptedException {
        List<CompletableFuture<Outcome>> taken = articles.stream().map(article -> intake.take(article, origin))
                .toList();
        List<Outcome> outcomes = new ArrayList<>();
        for (CompletableFuture<Outcome> one : taken) {
            outcomes.add(get(one));
        }
        if (outcomes.stream().anyMatch(Outcome.Unavailable.class::isInstance)) {
            return false;
        }
        outcomes.forEach(outcome -> {
            count.received();
            count.left(outcome);
        });
        return true;
    }

    /** Returns when the status is acknowledged. */
    void status(FeedStatus status, int partition) throws InterruptedException {
        until(() -> publisher.put(Topics.FEEDS_STATUS, Optional.of(partition), status.url(), Optional.of(status)));
    }

    void noStatus(String url, int partition) throws InterruptedException {
        until(() -> publisher.put(Topics.FEEDS_STATUS, Optional.of(partition), url, Optional.empty()));
    }

    /** Adds a feed at its new address, unless it is polled there already. */
    void moved(Feed feed) throws InterruptedException {
        if (!registered.test(feed.url())) {
            until(() -> publisher.put(Topics.FEEDS, Optional.empty(), feed.url(), Optional.of(feed)));
        }
    }

    void noFeed(String url, int partition) throws InterruptedException {
        until(() -> publisher.put(Topics.FEEDS, Optional.of(partition), url, Optional.empty()));
    }

    private void until(Supplier<CompletableFuture<Optional<String>>> write) throws InterruptedException {
        while (get(write.get()).isPresent()) {
            Thread.sleep(backOff);
        }
    }

    private static <T> T get(CompletableFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
