package news.dateline.ingest.feed;

/** The families of feed documents. */
public enum FeedKind {
    /** RSS 0.9x, 1.0 and 2.0. */
    RSS,
    /** Atom 0.3 and 1.0. */
    ATOM,
    /** JSON Feed 1.0 and 1.1. */
    JSON_FEED,
    /** A sitemap, whose pages are news where they say so. */
    SITEMAP
}
