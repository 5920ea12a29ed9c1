package news.dateline.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.DoubleStream;
import news.dateline.chassis.Health;
import news.dateline.contract.TopicCreation;
import news.dateline.contract.Topics;
import news.dateline.ingest.IngestService;
import news.dateline.ingest.publish.RawPublisher;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Articles a second through {@code POST /v1/articles} as NDJSON, and through a bare producer with the same properties that
 * sends the very records ingest makes of them; in turn on one broker, in one process with client and broker.
 */
final class PushRates {
    private static final int CONNECTIONS = 2;

    private final String bootstrap;
    private final List<PushedArticle> articles;
    private final Progress progress;

    PushRates(String bootstrap, List<PushedArticle> articles, Progress progress) {
        this.bootstrap = bootstrap;
        this.articles = articles;
        this.progress = progress;
    }

    /** Runs the rounds; one of each before them warms up and does not count. */
    void measure(int rounds, Report report) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            TopicCreation.createMissing(admin, Topics.all());
        }
        List<Double> produced = new ArrayList<>();
        List<Double> pushed = new ArrayList<>();
        List<ProducerRecord<byte[], byte[]>> records = records();
        List<String> bodies = bodies();
        try (IngestService ingest = IngestService.start(
                Map.of("DATELINE_KAFKA_BOOTSTRAP_SERVERS", bootstrap, "DATELINE_INGEST_PORT", "0"));
                Producer<byte[], byte[]> producer = RawPublisher.producer(Map.of("bootstrap.servers", bootstrap))) {
            Waiting.until("ingest to be ready", Duration.ofMillis(20), () -> ingest.health() instanceof Health.Up);
            for (int round = 0; round <= rounds; round++) {
                progress.step(round == 0 ? "warming up" : "round " + round + " of " + rounds);
                produced.add(produce(producer, records));
                pushed.add(push(ingest.port(), bodies));
                progress.note("bare producer %,.0f, pushes %,.0f articles/s", produced.getLast(), pushed.getLast());
            }
        }
        report(produced.stream().skip(1).mapToDouble(x -> x).toArray(),
                pushed.stream().skip(1).mapToDouble(x -> x).toArray(), report);
    }

    private static void report(double[] produced, double[] pushed, Report report) {
        report.add("bare producer", Rate.median(produced), "articles/s", rounds(produced));
        report.add("pushes as NDJSON", Rate.median(pushed), "articles/s",
                CONNECTIONS + " connections, " + rounds(pushed));
        report.add("pushes of bare producer", 100 * Rate.median(pushed) / Rate.median(produced), "%",
                "aim: 60 %; medians");
    }

    private static String rounds(double[] rates) {
        return "median of " + String.join(", ", DoubleStream.of(rates).mapToObj("%,.0f"::formatted).toList());
    }

    private List<ProducerRecord<byte[], byte[]>> records() {
        return articles.stream().map(article -> new ProducerRecord<>(Topics.RAW.name(),
                Topics.RAW.key().serializer().serialize("", article.raw().articleId()),
                Topics.RAW.value().serializer().serialize("", article.raw()))).toList();
    }

    private double produce(Producer<byte[], byte[]> producer, List<ProducerRecord<byte[], byte[]>> records)
            throws InterruptedException {
        CountDownLatch acknowledged = new CountDownLatch(records.size());
        AtomicInteger failed = new AtomicInteger();
        long begun = System.nanoTime();
        for (ProducerRecord<byte[], byte[]> record : records) {
            var unused = producer.send(record, (metadata, failure) -> {
                failed.addAndGet(failure == null ? 0 : 1);
                acknowledged.countDown();
            });
        }
        acknowledged.await();
        if (failed.get() > 0) {
            throw new BenchmarkFailed(failed.get() + " records were not acknowledged");
        }
        return Rate.since(begun, records.size()).perSecond();
    }

    /** One for each connection. */
    private List<String> bodies() {
        List<StringBuilder> bodies = new ArrayList<>();
        for (int connection = 0; connection < CONNECTIONS; connection++) {
            bodies.add(new StringBuilder());
        }
        for (int i = 0; i < articles.size(); i++) {
            bodies.get(i % CONNECTIONS).append(articles.get(i).push()).append('\n');
        }
        return bodies.stream().map(StringBuilder::toString).toList();
    }

    private static double push(int port, List<String> bodies) throws InterruptedException {
        List<Thread> clients = new ArrayList<>();
        AtomicInteger failed = new AtomicInteger();
        long begun = System.nanoTime();
        for (String body : bodies) {
            clients.add(Thread.ofPlatform().start(() -> {
                try (PushClient client = new PushClient(port)) {
                    client.pushLines(body);
                } catch (InterruptedException | BenchmarkFailed e) {
                    failed.incrementAndGet();
                }
            }));
        }
        for (Thread client : clients) {
            client.join();
        }
        if (failed.get() > 0) {
            throw new BenchmarkFailed("a push failed");
        }
        return Rate.since(begun, bodies.stream().mapToLong(body -> body.lines().count()).sum()).perSecond();
    }
}
