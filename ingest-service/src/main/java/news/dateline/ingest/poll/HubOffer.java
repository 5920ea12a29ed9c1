package news.dateline.ingest.poll;

import java.net.URI;
import java.util.Optional;
import news.dateline.contract.FeedSubscription;
import news.dateline.contract.registry.WebAddress;
import news.dateline.ingest.feed.FeedDocument;
import news.dateline.ingest.fetch.Fetched;

/**
 * A WebSub hub that a feed offers.
 *
 * @param topic address by which the hub knows the feed
 */
record HubOffer(String hub, String topic) {
    private static final int LONGEST_TOPIC = 2_000;

    /** What an answer's {@code Link} headers offer. */
    static Optional<HubOffer> of(Fetched answer) {
        return of(answer, Optional.empty(), Optional.empty());
    }

    /** What an answer offers: its headers count before the document. */
    static Optional<HubOffer> of(Fetched answer, FeedDocument document) {
        return of(answer, document.hub(), document.self());
    }

    static HubOffer of(FeedSubscription subscription) {
        return new HubOffer(subscription.hub(), subscription.topic());
    }

    /** Many feeds with a hub don't say what it knows them by: it is where they were fetched then. */
    private static Optional<HubOffer> of(Fetched answer, Optional<String> hub, Optional<String> self) {
        String topic = answer.link("self").or(() -> self).flatMap(given -> WebAddress.redirected(answer.url(), given))
                .orElse(answer.url()).toString();
        return answer.link("hub").or(() -> hub).flatMap(given -> WebAddress.redirected(answer.url(), given))
                .map(URI::toString).filter(address -> topic.length() <= LONGEST_TOPIC)
                .map(address -> new HubOffer(address, topic));
    }

    boolean isOf(FeedSubscription subscription) {
        return hub.equals(subscription.hub()) && topic.equals(subscription.topic());
    }
}
