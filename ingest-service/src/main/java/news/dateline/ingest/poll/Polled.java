package news.dateline.ingest.poll;

import java.util.List;
import news.dateline.contract.FeedStatus;
import news.dateline.contract.RawArticle;

/**
 * What a poll found.
 *
 * @param articles new or changed, the oldest first; to be published before the status is written
 * @param asksHub  whether the hub is to be asked for the subscription, once the status is written
 */
record Polled(List<RawArticle> articles, FeedStatus status, boolean asksHub) {
    Polled {
        articles = List.copyOf(articles);
    }
}
