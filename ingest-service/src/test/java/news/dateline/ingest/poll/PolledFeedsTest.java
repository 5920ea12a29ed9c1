package news.dateline.ingest.poll;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import news.dateline.contract.Feed;
import news.dateline.contract.FeedHealth;
import news.dateline.contract.FeedState;
import news.dateline.contract.FeedStatus;
import news.dateline.contract.Topic;
import news.dateline.contract.Topics;
import news.dateline.ingest.KafkaStandIn;
import news.dateline.ingest.fetch.FetchLimits;
import news.dateline.ingest.fetch.Fetcher;
import news.dateline.ingest.fetch.NamedHosts;
import news.dateline.ingest.fetch.SafeAddresses;
import news.dateline.ingest.publish.RawPublisher;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PolledFeedsTest {
    private static final int SHARE = 3;
    private static final int PARTITION = 1;

    private final ScriptedServer server = new ScriptedServer();
    private final FeedReading reading = new FeedReading();
    private final Fetcher fetcher = new Fetcher(
            new FetchLimits(64 * 1024, Duration.ofSeconds(10), Duration.ofSeconds(10), 5, 1),
            new SafeAddresses(new NamedHosts(List.of(".test")),
                    host -> InetAddress.getAllByName("127.0.0.1"),
                    address -> false),
            "Dateline/0.1", InstantSource.system());
    private final HubRequests hubs = new HubRequests(Optional.empty(), fetcher);
    private KafkaStandIn kafka = new KafkaStandIn(true, 1024 * 1024);
    private PolledFeeds feeds = started(kafka, Map.of());

    private PolledFeeds started(KafkaStandIn stand, Map<String, Feed> registry) {
        RawPublisher publisher = new RawPublisher(() -> stand.producer, () -> true, stand.trouble);
        FeedPoll poll = new FeedPoll(new Pace(Duration.ofHours(1), Duration.ofHours(2), () -> 0.5),
                Duration.ofDays(7), reading, true, InstantSource.system());
        PolledFeeds polled = new PolledFeeds(poll, fetcher, hubs,
                new FeedPublication(stand.intake, stand.count, publisher,
                        registry::containsKey, Duration.ofMillis(5)),
                4, InstantSource.system());
        polled.start();
        return polled;
    }

    @AfterEach
    void close() throws IOException {
        feeds.close();
        hubs.close();
        fetcher.close();
        reading.close();
        server.close();
    }

    private String url(String host) {
        return "http://" + host + ".test:" + server.port() + "/feed";
    }

    private Feed feed(String host) {
        return Feed.of(url(host), Instant.EPOCH);
    }

    private static RegisteredFeed registered(Feed feed) {
        return new RegisteredFeed(feed, PARTITION);
    }

    private static <V> Map<String, Optional<V>> records(KafkaStandIn kafka, Topic<String, V> topic) {
        Map<String, Optional<V>> records = new HashMap<>();
        for (ProducerRecord<byte[], byte[]> one : kafka.producer.history()) {
            if (one.topic().equals(topic.name())) {
                records.put(new String(one.key(), UTF_8), Optional.ofNullable(one.value())
                        .map(value -> topic.value().deserializer().deserialize(topic.name(), value)));
            }
        }
        return records;
    }

    private Optional<FeedStatus> status(String host) {
        return records(kafka, Topics.FEEDS_STATUS).getOrDefault(url(host), Optional.empty());
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void publishesWhatIsNewAndThenSaysHowTheFeedIs() {
        server.at("/feed", 200, "", Rss.items(1, 3));

        feeds.put(registered(feed("a")), Optional.empty(), SHARE);
        await(() -> status("a").isPresent());

        assertThat(kafka.raw()).extracting("headline").containsExactly("Headline 1", "Headline 2", "Headline 3");
        assertThat(status("a").orElseThrow().state()).isEqualTo(FeedHealth.HEALTHY);
        assertThat(kafka.producer.history().getLast().partition()).isEqualTo(SHARE);
        kafka.check(counts -> assertThat(counts).containsExactly(3, 3, 0, 0));
    }

    @Test
    void writesNoStatusUntilEveryArticleIsAcknowledgedAndWhoComesNextPollsAgain() {
        kafka = new KafkaStandIn(false, 1024 * 1024);
        feeds = started(kafka, Map.of());
        server.at("/feed", 200, "", Rss.items(1, 2));
        feeds.put(registered(feed("a")), Optional.empty(), SHARE);
        await(() -> kafka.producer.history().size() == 2);
        kafka.producer.completeNext();
        feeds.close();
        assertThat(records(kafka, Topics.FEEDS_STATUS)).isEmpty();

        KafkaStandIn next = new KafkaStandIn(true, 1024 * 1024);
        feeds = started(next, Map.of());
        feeds.put(registered(feed("a")), Optional.empty(), SHARE);
        await(() -> !records(next, Topics.FEEDS_STATUS).isEmpty());

        assertThat(next.raw()).extracting("articleId").containsExactlyElementsOf(
                kafka.raw().stream().map(article -> (Object) article.articleId()).toList());
    }

    @Test
    void waitsForKafkaHoweverLongItIsAway() {
        kafka.producer.sendException = new TimeoutException("no broker");
        server.at("/feed", 200, "", Rss.items(1, 1));
        feeds.put(registered(feed("a")), Optional.empty(), SHARE);
        await(() -> kafka.trouble.health() instanceof news.dateline.chassis.Health.Waiting);

        kafka.producer.sendException = null;
        await(() -> status("a").isPresent());

        assertThat(kafka.raw()).hasSize(1);
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void asksAHostForOneThingAtATime() {
        server.at("/robots.txt", (request, out) -> {
            Thread.sleep(20);
            ScriptedServer.answer(out, 404, "", new byte[0]);
        });
        server.at("/feed", (request, out) -> {
            Thread.sleep(20);
            ScriptedServer.answer(out, 200, "", Rss.items(1, 1).getBytes(UTF_8));
        });
        List<String> urls = java.util.stream.IntStream.range(0, 10).mapToObj(number -> url("a") + "?" + number)
                .toList();
        urls.forEach(url -> server.at(url.substring(url.indexOf("/feed")), 200, "", Rss.items(1, 1)));

        urls.forEach(url -> feeds.put(registered(Feed.of(url, Instant.EPOCH)), Optional.empty(), SHARE));
        await(() -> records(kafka, Topics.FEEDS_STATUS).size() == 10);

        assertThat(server.mostOpen()).isOne();
        assertThat(server.requests).hasSize(11);
    }

    @Test
    void movesAFeedThatHasMovedForGood() {
        server.at("/feed", 301, "location: /new\r\n", "");
        server.at("/new", 200, "", Rss.items(1, 1));
        String to = "http://a.test:" + server.port() + "/new";

        feeds.put(registered(feed("a")), Optional.empty(), SHARE);
        await(() -> records(kafka, Topics.FEEDS).size() == 2);
        awaitRemoval("a");

        assertThat(records(kafka, Topics.FEEDS).get(url("a"))).isEmpty();
        assertThat(records(kafka, Topics.FEEDS).get(to).orElseThrow().movedFrom()).contains(url("a"));
        assertThat(status("a").orElseThrow().state()).isEqualTo(FeedHealth.MOVED);
        assertThat(kafka.raw()).isEmpty();
    }

    /** As the registry's tombstone comes back to who wrote it. */
    private void awaitRemoval(String host) {
        try {
            feeds.remove(url(host), SHARE);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void leavesAFeedAloneThatIsAtTheNewAddressAlready() {
        server.at("/feed", 301, "location: /new\r\n", "");
        server.at("/new", 200, "", Rss.items(1, 1));
        Feed there = Feed.of("http://a.test:" + server.port() + "/new", Instant.EPOCH);
        feeds = started(kafka, Map.of(there.url(), there));

        feeds.put(registered(feed("a")), Optional.empty(), SHARE);
        await(() -> records(kafka, Topics.FEEDS).containsKey(url("a")));

        assertThat(records(kafka, Topics.FEEDS)).containsOnlyKeys(url("a"));
    }

    @Test
    void forgetsHowAFeedWasThatIsRemoved() {
        server.at("/feed", 200, "", Rss.items(1, 1));
        feeds.put(registered(feed("a")), Optional.empty(), SHARE);
        await(() -> status("a").isPresent());

        awaitRemoval("a");

        assertThat(records(kafka, Topics.FEEDS_STATUS)).containsEntry(url("a"), Optional.empty());
        assertThat(feeds.size()).isZero();
    }

    @Test
    void endsThePollsOfPartitionsThatAreAnothersFromNowOn() throws Exception {
        server.at("/feed", (request, out) -> Thread.sleep(60_000));
        feeds.put(registered(feed("a")), Optional.empty(), SHARE);
        await(() -> server.asked().size() == 1);

        feeds.release(List.of(SHARE));

        assertThat(feeds.size()).isZero();
        assertThat(kafka.producer.history()).isEmpty();
    }

    @Test
    void pollsNoPausedFeedAndOnceOneThatIsAskedForEvenByAClockAhead() {
        server.at("/feed", 200, "", Rss.items(1, 1));
        feeds.put(registered(feed("paused").in(FeedState.PAUSED, "", Instant.EPOCH)), Optional.empty(), SHARE);
        feeds.put(registered(feed("a")), Optional.empty(), SHARE);
        await(() -> status("a").isPresent());
        long before = status("a").orElseThrow().polls();

        feeds.put(registered(feed("a").polledAt(Instant.now().plusSeconds(3_600))), Optional.empty(), SHARE);
        await(() -> status("a").orElseThrow().polls() == before + 1);
        feeds.put(registered(feed("b")), Optional.empty(), SHARE);
        await(() -> status("b").isPresent());

        assertThat(status("a").orElseThrow().polls()).isEqualTo(before + 1);
        assertThat(status("paused")).isEmpty();
    }
}
