package news.dateline.ingest.feed;

/** Bytes that are no feed; the message is the rule that they break and never quotes them. */
public final class UnreadableFeed extends RuntimeException {
    UnreadableFeed(String rule) {
        super(rule, null, false, false);
    }
}
