package news.dateline.ingest.poll;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import news.dateline.contract.Feed;
import news.dateline.contract.registry.WebAddress;

/**
 * Every feed of the registry, whoever polls it. All feeds of a host are in one share, whichever partition their records
 * stand in: so one instance polls them, one after the other.
 */
final class KnownFeeds {
    private final Map<String, RegisteredFeed> feeds = new ConcurrentHashMap<>();
    private final int shares;

    KnownFeeds(int shares) {
        this.shares = shares;
    }

    int shares() {
        return shares;
    }

    /** The share that a feed is in, by the host of its address. */
    int share(String url) {
        CRC32 hash = new CRC32();
        hash.update(WebAddress.of(url).map(URI::getHost).orElse(url).getBytes(UTF_8));
        return Math.floorMod(hash.getValue(), shares);
    }

    boolean contains(String url) {
        return feeds.containsKey(url);
    }

    RegisteredFeed put(Feed feed, int partition) {
        RegisteredFeed registered = new RegisteredFeed(feed, partition);
        feeds.put(feed.url(), registered);
        return registered;
    }

    void remove(String url) {
        feeds.remove(url);
    }

    List<RegisteredFeed> in(Collection<Integer> some) {
        List<RegisteredFeed> found = new ArrayList<>(feeds.values());
        found.removeIf(registered -> !some.contains(share(registered.feed().url())));
        return found;
    }
}
