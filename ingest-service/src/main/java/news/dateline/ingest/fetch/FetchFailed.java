package news.dateline.ingest.fetch;

/** A fetch that got no answer; the message says why in words that follow the name of what was fetched. */
public final class FetchFailed extends Exception {
    FetchFailed(String why) {
        super(why, null, false, false);
    }
}
