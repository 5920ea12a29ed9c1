package news.dateline.ingest.poll;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import news.dateline.contract.Feed;
import news.dateline.contract.FeedStatus;
import news.dateline.contract.FeedSubscription;
import news.dateline.contract.RawArticle;
import news.dateline.ingest.fetch.FetchLimits;
import news.dateline.ingest.fetch.Fetcher;
import news.dateline.ingest.fetch.NamedHosts;
import news.dateline.ingest.fetch.SafeAddresses;
import news.dateline.ingest.fetch.Visit;
import news.dateline.contract.registry.WebAddress;

/** Polls of the feeds of a scripted server: what is published, what the status says, on a clock of the test's own. */
final class Polls implements AutoCloseable {
    static final int MOST_BYTES = 64 * 1024;
    static final Duration LEAST = Duration.ofMinutes(5);
    static final Duration MOST = Duration.ofHours(2);

    final List<RawArticle> published = new ArrayList<>();
    final Map<String, Integer> lookups = new ConcurrentHashMap<>();
    boolean pages;
    boolean told;
    boolean asksHub;
    Instant now = Instant.parse("2026-11-05T10:00:00Z");

    private final Map<String, FeedStatus> statuses = new HashMap<>();
    private final Map<String, List<String>> addresses = new ConcurrentHashMap<>(
            Map.of("feeds.test", List.of("127.0.0.1"), "other.test", List.of("127.0.0.1")));
    private final FeedReading reading = new FeedReading();
    private final Fetcher fetcher;
    private final FeedPoll poll;

    Polls() {
        this(false);
    }

    Polls(boolean subscribes) {
        fetcher = new Fetcher(new FetchLimits(MOST_BYTES, Duration.ofSeconds(1), Duration.ofSeconds(2), 5, 1),
                new SafeAddresses(NamedHosts.NONE, this::lookUp, Set.of(address("127.0.0.1"))::contains),
                "Dateline/0.1", () -> now);
        poll = new FeedPoll(new Pace(LEAST, MOST, () -> 0.5), Duration.ofDays(7), reading, subscribes, () -> now);
    }

    /** A host has these addresses, one at each lookup, the last one for ever. */
    void host(String name, String... each) {
        addresses.put(name, List.of(each));
    }

    private InetAddress[] lookUp(String host) throws UnknownHostException {
        int before = lookups.merge(host, 1, Integer::sum) - 1;
        if (host.matches("[0-9.]+|localhost")) {
            return InetAddress.getAllByName(host);
        }
        List<String> each = addresses.getOrDefault(host, List.of());
        return each.isEmpty()
                ? new InetAddress[0]
                : new InetAddress[]{address(each.get(Math.min(before, each.size() - 1)))};
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Polls a feed once, after the time that its status asks for. */
    FeedStatus poll(String url) throws InterruptedException {
        Optional<FeedStatus> before = Optional.ofNullable(statuses.get(url));
        before.flatMap(FeedStatus::nextPollAt).ifPresent(next -> now = next);
        URI address = WebAddress.of(url).orElseThrow();
        try (Visit visit = fetcher.visit(address)) {
            Feed any = Feed.of(url, Instant.EPOCH);
            Feed feed = new Feed(any.schemaVersion(), url, "", "Harbour Courier", Optional.of("en-GB"),
                    Optional.of("Region"), Optional.empty(), Optional.empty(), any.state(), pages, "", "",
                    any.addedAt(),
                    any.changedAt(), Optional.empty(), Optional.empty());
            Polled polled = poll.poll(feed, before, told, address, visit);
            published.addAll(polled.articles());
            asksHub = polled.asksHub();
            statuses.put(url, polled.status());
            return polled.status();
        }
    }

    /** A feed's subscription becomes this one. */
    FeedStatus become(String url, FeedSubscription subscription) {
        return statuses.compute(url, (same, before) -> before.with(Optional.of(subscription)));
    }

    Duration untilNext(FeedStatus status) {
        return Duration.between(status.lastPollAt(), status.nextPollAt().orElseThrow());
    }

    @Override
    public void close() {
        fetcher.close();
        reading.close();
    }
}
