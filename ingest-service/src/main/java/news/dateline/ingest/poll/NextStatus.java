package news.dateline.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.dateline.contract.Feed;
import news.dateline.contract.FeedHealth;
import news.dateline.contract.FeedStatus;
import news.dateline.contract.FeedSubscription;
import news.dateline.contract.RawArticle;

/** A feed's status while its poll goes on: as the last one, until something is learned. */
final class NextStatus {
    final Feed feed;
    final Optional<FeedStatus> before;
    final Instant at;
    FeedHealth state = FeedHealth.HEALTHY;
    String error = "";
    Optional<Integer> httpStatus = Optional.empty();
    Optional<Instant> successAt;
    Optional<Instant> newItemAt;
    Optional<Duration> next = Optional.empty();
    long interval;
    long failures;
    long unchanged;
    long lies;
    long items;
    long requests;
    long bytes;
    Optional<String> movedTo = Optional.empty();
    Optional<String> etag;
    Optional<String> lastModified;
    Optional<String> bodyHash;
    String seenItems;
    Optional<FeedSubscription> subscription;
    Optional<HubOffer> hub;
    boolean told;
    /** Whether the hub is to be asked for the subscription. */
    boolean asksHub;

    private final long polls;
    private final long published;

    NextStatus(Feed feed, Optional<FeedStatus> before, Instant at) {
        this.feed = feed;
        this.before = before;
        this.at = at;
        successAt = before.flatMap(FeedStatus::lastSuccessAt);
        newItemAt = before.flatMap(FeedStatus::lastNewItemAt);
        interval = before.map(FeedStatus::intervalSeconds).orElse(0L);
        failures = before.map(FeedStatus::failures).orElse(0L);
        unchanged = before.map(FeedStatus::unchanged).orElse(0L);
        // Whoever changes a feed may know that its server has been mended.
        lies = before.filter(last -> !feed.changedAt().isAfter(last.lastPollAt())).map(FeedStatus::lies).orElse(0L);
        items = before.map(FeedStatus::items).orElse(0L);
        etag = before.flatMap(FeedStatus::etag);
        lastModified = before.flatMap(FeedStatus::lastModified);
        bodyHash = before.flatMap(FeedStatus::bodyHash);
        seenItems = before.map(FeedStatus::seenItems).orElse("");
        subscription = before.flatMap(FeedStatus::subscription);
        hub = subscription.map(HubOffer::of);
        polls = before.map(FeedStatus::polls).orElse(0L) + 1;
        published = before.map(FeedStatus::published).orElse(0L);
    }

    /** What the poll comes to with these articles, the newest first. */
    Polled polled(List<RawArticle> articles) {
        return new Polled(articles.reversed(), new FeedStatus(FeedStatus.SCHEMA_VERSION, feed.url(), state, error,
                httpStatus, at, successAt, newItemAt, next.map(at::plus), interval, failures, polls, unchanged, lies,
                items, articles.size(), published + articles.size(), requests, bytes, movedTo, etag, lastModified,
                bodyHash, seenItems, subscription), asksHub);
    }
}
