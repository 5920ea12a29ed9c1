package news.dateline.ingest.feed;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import news.dateline.contract.RejectionReason;
import news.dateline.ingest.format.ArticleJson;
import news.dateline.ingest.format.GivenFields;
import news.dateline.ingest.format.MediaType;
import news.dateline.ingest.format.Reading;

/** A feed document that was pushed: each of its items is a push of its own. */
public final class PushedFeed {
    private static final Reading.Refused NO_ITEMS = new Reading.Refused(RejectionReason.NOT_AN_ARTICLE,
            "must have an item, as it is pushed as a feed");

    private PushedFeed() {
    }

    /**
     * Its items as articles in the project's own JSON, each made as it is asked for; empty where there are none.
     *
     * @param given its address, for links that are relative to it
     */
    public static Optional<Stream<byte[]>> articles(MediaType type, GivenFields given, byte[] bytes,
            Instant receivedAt) {
        try {
            FeedDocument feed = FeedReader.read(bytes, Optional.of(type.toString()), given.url());
            return feed.items().isEmpty()
                    ? Optional.empty()
                    : Optional.of(FeedArticles.ofEveryItem(feed, receivedAt).map(ArticleJson::bytes));
        } catch (UnreadableFeed e) {
            // Read as one article, it is refused for the same rule.
            return Optional.empty();
        }
    }

    /** Why it has no articles. */
    public static Reading.Refused refused(MediaType type, byte[] bytes) {
        try {
            FeedReader.read(bytes, Optional.of(type.toString()), Optional.empty());
            return NO_ITEMS;
        } catch (UnreadableFeed e) {
            return new Reading.Refused(RejectionReason.NOT_AN_ARTICLE, e.getMessage());
        }
    }
}
