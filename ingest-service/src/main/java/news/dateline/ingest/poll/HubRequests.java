package news.dateline.ingest.poll;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import news.dateline.contract.FeedSubscription;
import news.dateline.contract.registry.WebAddress;
import news.dateline.ingest.fetch.FetchFailed;
import news.dateline.ingest.fetch.Fetched;
import news.dateline.ingest.fetch.Fetcher;
import news.dateline.ingest.fetch.Visit;
import news.dateline.ingest.hub.HubCallbacks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks hubs for subscriptions and gives them up, each on a thread of its own: no poll waits for a hub. */
final class HubRequests implements AutoCloseable {
    /** The lease that is asked for; the hub decides. */
    static final Duration LEASE = Duration.ofDays(10);

    private static final Logger LOG = LoggerFactory.getLogger(HubRequests.class);

    private final Optional<HubCallbacks> callbacks;
    private final Fetcher fetcher;
    private final ExecutorService requests = Executors
            .newThreadPerTaskExecutor(Thread.ofVirtual().name("hub-request-", 0).factory());

    /**
     * Requests.
     *
     * @param callbacks where hubs are to call; absent, none is asked
     */
    HubRequests(Optional<HubCallbacks> callbacks, Fetcher fetcher) {
        this.callbacks = callbacks;
        this.fetcher = fetcher;
    }

    /** Asks for a subscription, which the hub confirms by a call; tells why where it does not take the request. */
    void subscribe(String feed, FeedSubscription subscription, Consumer<String> failed) {
        request("subscribe", feed, subscription, failed);
    }

    /** Gives a subscription up; one that the hub does not hear of ends with its lease. */
    void unsubscribe(String feed, FeedSubscription subscription) {
        request("unsubscribe", feed, subscription,
                why -> LOG.atDebug().addKeyValue("feed", feed).addKeyValue("why", why).log("hub still has the feed"));
    }

    private void request(String mode, String feed, FeedSubscription subscription, Consumer<String> failed) {
        Optional<URI> hub = WebAddress.of(subscription.hub());
        if (callbacks.isEmpty() || hub.isEmpty()) {
            return;
        }
        Map<String, String> form = new LinkedHashMap<>();
        form.put("hub.callback", callbacks.get().addressFor(feed));
        form.put("hub.mode", mode);
        form.put("hub.topic", subscription.topic());
        form.put("hub.lease_seconds", Long.toString(LEASE.toSeconds()));
        form.put("hub.secret", callbacks.get().secretFor(feed));
        try {
            requests.execute(() -> post(hub.get(), form, failed));
        } catch (RejectedExecutionException e) {
            LOG.atDebug().addKeyValue("feed", feed).log("hub is asked by whoever polls the feed next");
        }
    }

    private void post(URI hub, Map<String, String> form, Consumer<String> failed) {
        try (Visit visit = fetcher.visit(hub)) {
            Fetched answer = visit.post(hub, form);
            if (answer.status() / 100 != 2) {
                failed.accept("the hub " + answer.inWords());
            }
        } catch (FetchFailed e) {
            failed.accept("the hub " + e.getMessage());
        } catch (InterruptedException e) {
            LOG.atDebug().log("request to a hub was interrupted");
        }
    }

    @Override
    public void close() {
        requests.shutdownNow();
    }
}
