package news.dateline.ingest.poll;

/** A body that is no feed; the message says why in words that follow the feed's name. */
final class NoFeed extends Exception {
    NoFeed(String why) {
        super(why, null, false, false);
    }
}
