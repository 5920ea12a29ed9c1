package news.dateline.bench;

import news.dateline.contract.RawArticle;

/**
 * One article of the week.
 *
 * @param push one line in the push format
 * @param raw  what ingest makes of it
 */
record PushedArticle(String push, RawArticle raw) {}
