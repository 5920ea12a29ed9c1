package news.dateline.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import news.dateline.chassis.Health;
import news.dateline.contract.Feed;
import news.dateline.contract.Topics;
import news.dateline.ingest.IngestService;
import news.dateline.local.EmbeddedBroker;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Many feeds on one instance of ingest: polls a second flat out, then by schedule; memory; how even the schedule is. */
final class FeedPolls {
    private static final Duration INTERVAL = Duration.ofSeconds(90);
    private static final Duration LOOK = Duration.ofMillis(50);

    private FeedPolls() {
    }

    static void measure(Path folder, int feeds, Report report, Progress progress) throws InterruptedException {
        progress.step("starting the broker, ingest and a server of " + feeds + " feeds");
        List<String> hosts = IntStream.range(0, feeds)
                .mapToObj(
                        number -> "127." + (1 + number / 62_500) + "." + number / 250 % 250 + "." + (1 + number % 250))
                .toList();
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("feeds-kafka"), 0);
                FeedServer server = new FeedServer();
                IngestService ingest = IngestService.start(Map.of("DATELINE_KAFKA_BOOTSTRAP_SERVERS",
                        broker.bootstrapServers(), "DATELINE_INGEST_PORT", "0", "DATELINE_INGEST_FEED_LEAST",
                        INTERVAL.toString(), "DATELINE_INGEST_FEED_MOST", INTERVAL.toString(),
                        "DATELINE_INGEST_FEED_HOSTS", String.join(",", hosts)))) {
            Waiting.until("ingest", LOOK, () -> ingest.health() instanceof Health.Up);
            double before = usedMebibytes();
            progress.step("polling each of them once");
            long begun = System.nanoTime();
            register(broker.bootstrapServers(), hosts, server.port());
            Waiting.until("the first polls", LOOK, () -> server.polled() == feeds);
            Rate first = Rate.since(begun, feeds);
            report.add("feeds polled, flat out", first.perSecond(), "polls/s",
                    "%,d feeds, %,d articles published, robots.txt asked of each host; server and broker in the same JVM"
                            .formatted(feeds, ingest.metrics().outcomeCount("accepted")));
            progress.step("polling by schedule for " + 2 * INTERVAL.toSeconds() + " s");
            long from = System.currentTimeMillis() / 1_000 + INTERVAL.toSeconds();
            Thread.sleep(INTERVAL.multipliedBy(2));
            evenness(server, from, from + INTERVAL.toSeconds() - 1, feeds, report);
            report.add("feeds, heap", usedMebibytes() - before, "MiB",
                    "more than before the first feed, after a collection; the server's own counts included");
            report.add("feeds, threads of the platform", ManagementFactory.getThreadMXBean().getThreadCount(),
                    "threads",
                    "all of the process; a poll has a virtual one");
        } catch (IOException e) {
            throw new BenchmarkFailed("no server of feeds: " + e.getMessage(), e);
        }
    }

    private static void register(String bootstrap, List<String> hosts, int port) {
        try (Producer<String, Feed> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "linger.ms", 5),
                Topics.FEEDS.key().serializer(), Topics.FEEDS.value().serializer())) {
            List<Feed> feeds = hosts.stream()
                    .map(host -> Feed.of("http://" + host + ":" + port + "/feed", Instant.now())).toList();
            feeds.forEach(feed -> producer.send(new ProducerRecord<>(Topics.FEEDS.name(), feed.url(), feed)).isDone());
        }
    }

    private static void evenness(FeedServer server, long from, long to, int feeds, Report report) {
        long[] polls = LongStream.range(from, to)
                .map(second -> server.perSecond().containsKey(second) ? server.perSecond().get(second).sum() : 0)
                .toArray();
        double mean = LongStream.of(polls).average().orElse(0);
        double spread = Math.sqrt(
                LongStream.of(polls).mapToDouble(count -> (count - mean) * (count - mean)).average().orElse(0));
        report.add("feeds polled by schedule", mean, "polls/s",
                "%,d feeds every %d s; in any second %d to %d".formatted(
                        feeds, INTERVAL.toSeconds(), LongStream.of(polls).min().orElse(0),
                        LongStream.of(polls).max().orElse(0)));
        report.add("feeds, unevenness of the schedule", 100 * spread / mean, "%",
                "standard deviation of polls in a second, of their mean; of chance alone it would be %.0f %%"
                        .formatted(100 / Math.sqrt(mean)));
    }

    private static double usedMebibytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024.0 / 1024.0;
    }
}
