package news.dateline.ingest.poll;

import java.util.List;
import news.dateline.contract.FeedStatus;
import news.dateline.contract.RawArticle;

/**
 * What a poll found.
 *
 * @param articles new or changed, the oldest first; to be published before the status is written
 */
record Polled(List<RawArticle> articles, FeedStatus status) {
    Polled {
        articles = List.copyOf(articles);
    }
}
