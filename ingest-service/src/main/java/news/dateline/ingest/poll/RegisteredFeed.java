package news.dateline.ingest.poll;

import news.dateline.contract.Feed;

/**
 * A feed as the registry has it.
 *
 * @param partition of {@code news.feeds} in which its record stands; whoever wrote it chose
 */
record RegisteredFeed(Feed feed, int partition) {}
