package news.dateline.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import news.dateline.chassis.Health;
import news.dateline.chassis.TraceTarget;
import news.dateline.chassis.Traces;
import news.dateline.contract.Origin;
import news.dateline.contract.TopicCreation;
import news.dateline.contract.Topics;
import news.dateline.contract.TraceContext;
import news.dateline.ingest.IngestService;
import news.dateline.ingest.publish.RawPublisher;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Articles a second through {@code POST /v1/articles} as NDJSON, and through a bare producer with the same properties that
 * sends the very records ingest makes of them; in turn on one broker, in one process with client and broker.
 *
 * <p>The processor time of the whole process is told too: it swings less than the rate with what else the machine does.
 * Beside it stands that of the threads of ingest and of the bare producer alone, without broker, client, compilation and
 * garbage collection.
 */
final class PushRates {
    private static final int CONNECTIONS = 2;
    /** How often a round sends all articles: of some ten thousand, the producer is done before its code is compiled. */
    private static final int TIMES = 5;
    /** What takes a push is much code: in its second round the compiler still takes a quarter of the processor time. */
    private static final int WARM_UP = 3;

    /**
     * Of one round.
     *
     * @param ownMicros processor time for each article of the threads that only this way of sending has
     */
    private record Figures(double perSecond, double cpuMicros, double ownMicros) {}

    /** Sends all articles, and returns when they are acknowledged. */
    private interface Sending {
        void send() throws InterruptedException;
    }

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final String bootstrap;
    private final List<PushedArticle> articles;
    private final Progress progress;

    PushRates(String bootstrap, List<PushedArticle> articles, Progress progress) {
        this.bootstrap = bootstrap;
        this.articles = articles;
        this.progress = progress;
    }

    /** Runs the rounds; some of each before them warm up and do not count. */
    void measure(int rounds, Report report) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            TopicCreation.createMissing(admin, Topics.all());
        }
        List<Figures> produced = new ArrayList<>();
        List<Figures> pushed = new ArrayList<>();
        List<ProducerRecord<byte[], byte[]>> records = records();
        List<byte[]> bodies = bodies();
        NewThreads ofIngest = new NewThreads();
        try (IngestService ingest = IngestService.start(
                Map.of("DATELINE_KAFKA_BOOTSTRAP_SERVERS", bootstrap, "DATELINE_INGEST_PORT", "0"));
                Producer<byte[], byte[]> producer = RawPublisher.producer(Map.of("bootstrap.servers", bootstrap))) {
            // The producer's own thread is one of these, and the others of them rest while it sends.
            LongSupplier ofProducer = () -> ofIngest.cpuNanos() + threads.getCurrentThreadCpuTime();
            Waiting.until("ingest to be ready", Duration.ofMillis(20), () -> ingest.health() instanceof Health.Up);
            for (int round = 1 - WARM_UP; round <= rounds; round++) {
                progress.step(round < 1 ? "warming up" : "round " + round + " of " + rounds);
                produced.add(measure(() -> produce(producer, records), ofProducer));
                pushed.add(measure(() -> push(ingest.port(), bodies), ofIngest::cpuNanos));
                progress.note("bare producer %,.0f, pushes %,.0f articles/s", produced.getLast().perSecond(),
                        pushed.getLast().perSecond());
            }
        }
        report(produced.subList(WARM_UP, produced.size()), pushed.subList(WARM_UP, pushed.size()), report);
    }

    private Figures measure(Sending sending, LongSupplier ownCpuNanos) throws InterruptedException {
        int sent = TIMES * articles.size();
        long cpu = process.getProcessCpuTime();
        long own = ownCpuNanos.getAsLong();
        long begun = System.nanoTime();
        for (int time = 0; time < TIMES; time++) {
            sending.send();
        }
        double perSecond = Rate.since(begun, sent).perSecond();
        return new Figures(perSecond, (process.getProcessCpuTime() - cpu) / 1e3 / sent,
                (ownCpuNanos.getAsLong() - own) / 1e3 / sent);
    }

    private static void report(List<Figures> produced, List<Figures> pushed, Report report) {
        report.add("bare producer", median(produced, Figures::perSecond), "articles/s", rounds(produced));
        report.add("pushes as NDJSON", median(pushed, Figures::perSecond), "articles/s",
                CONNECTIONS + " connections, " + rounds(pushed));
        report.add("pushes of bare producer",
                100 * median(pushed, Figures::perSecond) / median(produced, Figures::perSecond), "%",
                "aim: 60 %; medians");
        report.add("bare producer, CPU", median(produced, Figures::cpuMicros), "µs/article", "with the broker's");
        report.add("pushes as NDJSON, CPU", median(pushed, Figures::cpuMicros), "µs/article",
                "with the broker's and the clients'");
        report.add("bare producer, own CPU", median(produced, Figures::ownMicros), "µs/article",
                "its two threads alone");
        report.add("pushes as NDJSON, own CPU", median(pushed, Figures::ownMicros), "µs/article",
                "ingest's threads alone");
    }

    private static double median(List<Figures> figures, ToDoubleFunction<Figures> figure) {
        return Rate.median(figures.stream().mapToDouble(figure).toArray());
    }

    private static String rounds(List<Figures> figures) {
        return "median of "
                + String.join(", ", figures.stream().map(round -> "%,.0f".formatted(round.perSecond())).toList());
    }

    /** With the headers that ingest gives them. */
    private List<ProducerRecord<byte[], byte[]>> records() {
        Traces traces = Traces.of("ingest", TraceTarget.NONE);
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (PushedArticle article : articles) {
            ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(Topics.RAW.name(),
                    Topics.RAW.key().serializer().serialize("", article.raw().articleId()),
                    Topics.RAW.value().serializer().serialize("", article.raw()));
            Origin.HTTP.atLine(records.size() / CONNECTIONS + 1).addTo(record.headers());
            TraceContext.put(traces.begin("accept", Optional.empty()).traceparent(), record.headers());
            records.add(record);
        }
        return records;
    }

    private static void produce(Producer<byte[], byte[]> producer, List<ProducerRecord<byte[], byte[]>> records)
            throws InterruptedException {
        CountDownLatch acknowledged = new CountDownLatch(records.size());
        AtomicInteger failed = new AtomicInteger();
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
    }

    /** One for each connection. */
    private List<byte[]> bodies() {
        List<StringBuilder> bodies = new ArrayList<>();
        for (int connection = 0; connection < CONNECTIONS; connection++) {
            bodies.add(new StringBuilder());
        }
        for (int i = 0; i < articles.size(); i++) {
            bodies.get(i % CONNECTIONS).append(articles.get(i).push()).append('\n');
        }
        return bodies.stream().map(body -> body.toString().getBytes(StandardCharsets.UTF_8)).toList();
    }

    private static void push(int port, List<byte[]> bodies) throws InterruptedException {
        List<Thread> clients = new ArrayList<>();
        AtomicInteger failed = new AtomicInteger();
        for (byte[] body : bodies) {
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
    }
}
