package news.dateline.ingest.publish;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import news.dateline.contract.Origin;
import news.dateline.contract.RawArticle;
import news.dateline.contract.Rejection;
import news.dateline.contract.RejectionReason;
import news.dateline.contract.Topics;
import news.dateline.contract.TraceContext;
import news.dateline.ingest.feed.PushedFeed;
import news.dateline.ingest.format.ArticleJson;
import news.dateline.ingest.format.GivenFields;
import news.dateline.ingest.format.MediaType;
import news.dateline.ingest.format.PushFormat;
import news.dateline.ingest.format.Reading;

/** The one way from every door to Kafka: an article is read, then published, or else dead-lettered with the reason. */
public final class ArticleIntake {
    private static final String SERVICE = "ingest";
    private static final Reading.Refused TOO_LARGE_RECORD = new Reading.Refused(RejectionReason.TOO_LARGE,
            "must be no larger than " + Topics.MAX_RECORD_BYTES + " bytes as a Kafka record");

    private final RawPublisher publisher;
    private final int mostBytes;
    private final InstantSource clock;
    private final Following following;

    public ArticleIntake(RawPublisher publisher, int mostBytes, InstantSource clock, Following following) {
        this.publisher = publisher;
        this.mostBytes = mostBytes;
        this.clock = clock;
        this.following = following;
    }

    /** The largest article, in bytes; a door need not read more than one byte beyond it. */
    public int mostBytes() {
        return mostBytes;
    }

    /**
     * The articles of a body that has several, each JSON of its own: a list of them or a feed, no larger than an article
     * may be.
     */
    public Optional<Stream<byte[]>> articles(MediaType type, GivenFields given, byte[] bytes) {
        if (bytes.length > mostBytes) {
            return Optional.empty();
        }
        return PushFormat.isFeed(type, bytes)
                ? PushedFeed.articles(type, given, bytes, clock.instant())
                : PushFormat.articles(type, bytes).map(List::stream);
    }

    /** Takes the bytes of one article, with which a trace begins. */
    public CompletableFuture<Outcome> take(MediaType type, GivenFields given, byte[] bytes, Origin origin) {
        return take(type, given, bytes, origin, Optional.empty());
    }

    /**
     * Takes the bytes of one article; may block for a few seconds while the broker is away.
     *
     * @param origin where it stood
     * @param trace  that it came with
     */
    public CompletableFuture<Outcome> take(MediaType type, GivenFields given, byte[] bytes, Origin origin,
            Optional<TraceContext> trace) {
        Instant receivedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Following.Followed followed = following.begin(origin, trace, receivedAt);
        return take(type, given, bytes, origin, receivedAt, followed).whenComplete((outcome, defect) -> {
            if (outcome != null) {
                followed.left(outcome);
            }
        });
    }

    private CompletableFuture<Outcome> take(MediaType type, GivenFields given, byte[] bytes, Origin origin,
            Instant receivedAt, Following.Followed followed) {
        return switch (read(type, given, bytes, receivedAt)) {
            case Reading.Accepted(RawArticle article) -> publish(article, type, bytes, origin, followed);
            case Reading.Refused refused -> reject(refused, Optional.empty(), type, bytes, origin, followed);
        };
    }

    /** Takes an article that a door has made itself, such as a feed's. */
    public CompletableFuture<Outcome> take(RawArticle article, Origin origin) {
        Following.Followed followed = following.begin(origin, Optional.empty(), article.receivedAt());
        return publish(article, MediaType.JSON, ArticleJson.bytes(article), origin, followed)
                .whenComplete((outcome, defect) -> {
                    if (outcome != null) {
                        followed.left(outcome);
                    }
                });
    }

    private Reading read(MediaType type, GivenFields given, byte[] bytes, Instant receivedAt) {
        if (bytes.length > mostBytes) {
            return Reading.Refused.tooLarge(mostBytes);
        }
        return PushFormat.isFeed(type, bytes)
                ? PushedFeed.refused(type, bytes)
                : PushFormat.read(type, given, bytes, receivedAt);
    }

    private CompletableFuture<Outcome> publish(RawArticle article, MediaType type, byte[] bytes, Origin origin,
            Following.Followed followed) {
        // All that is kept of the article until Kafka has answered: some thousands are under way at a time.
        String articleId = article.articleId();
        return publisher.publish(article, origin, followed).thenCompose(published -> switch (published) {
            case Published.Acknowledged() -> now(new Outcome.Accepted(articleId));
            case Published.Unavailable(String why) -> now(new Outcome.Unavailable(why));
            // On a thread of its own: a producer's callback must not send, which may wait for that very producer.
            case Published.TooLarge() -> CompletableFuture.completedFuture(TOO_LARGE_RECORD)
                    .thenComposeAsync(
                            why -> reject(why, Optional.of(articleId), type, bytes, origin, followed),
                            Thread::startVirtualThread);
        });
    }

    private CompletableFuture<Outcome> reject(Reading.Refused why, Optional<String> articleId, MediaType type,
            byte[] bytes, Origin origin, Following.Followed followed) {
        Rejection rejection = new Rejection(SERVICE, why.reason(), why.rule(), why.field(), origin,
                Optional.of(type.toString()), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        byte[] kept = bytes.length > mostBytes ? Arrays.copyOf(bytes, mostBytes) : bytes;
        return bury(new Outcome.Rejected(why, articleId), rejection, kept, followed);
    }

    /** Where even the bytes that are kept don't fit the broker's limit, the headers go alone. */
    private CompletableFuture<Outcome> bury(Outcome.Rejected outcome, Rejection rejection, byte[] kept,
            Following.Followed followed) {
        return publisher.reject(rejection, kept, outcome.articleId(), followed)
                .thenCompose(published -> switch (published) {
                    case Published.Acknowledged() -> now(outcome);
                    case Published.Unavailable(String cause) -> now(new Outcome.Unavailable(cause));
                    case Published.TooLarge() -> kept.length == 0
                            ? now(new Outcome.Unavailable("the rejected topic takes no record of any size"))
                            : CompletableFuture.completedFuture(new byte[0])
                                    .thenComposeAsync(none -> bury(outcome, rejection, none, followed),
                                            Thread::startVirtualThread);
                });
    }

    private static CompletableFuture<Outcome> now(Outcome outcome) {
        return CompletableFuture.completedFuture(outcome);
    }
}
