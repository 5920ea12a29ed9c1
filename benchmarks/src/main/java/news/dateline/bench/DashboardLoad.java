package news.dateline.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import news.dateline.contract.ContractJson;
import news.dateline.contract.EnrichedArticle;
import news.dateline.contract.Feed;
import news.dateline.contract.FeedStatus;
import news.dateline.contract.TopicCreation;
import news.dateline.contract.Topics;
import news.dateline.dashboard.DashboardService;
import news.dateline.enrich.Edition;
import news.dateline.enrich.Enricher;
import news.dateline.enrich.language.LanguageDetector;
import news.dateline.enrich.section.SectionModel;
import news.dateline.tags.InvalidRule;
import news.dateline.tags.RuleBook;
import news.dateline.tags.StarterRules;
import news.dateline.local.EmbeddedBroker;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import tools.jackson.databind.JsonNode;

/** The dashboard as a process of its own: its memory and processor time with many feeds, news coming in and a page open. */
final class DashboardLoad {
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int ARTICLES_PER_SECOND = 1_000;
    private static final int WARM_SECONDS = 20;
    private static final int SECONDS = 60;
    /** Each feed is polled about every ten minutes. */
    private static final int BETWEEN_POLLS = 600;
    private static final int SAMPLE = 2_000;

    private final String bootstrap;
    private final int feeds;
    private final Progress progress;
    private final LongAdder pageBytes = new LongAdder();

    private DashboardLoad(String bootstrap, int feeds, Progress progress) {
        this.bootstrap = bootstrap;
        this.feeds = feeds;
        this.progress = progress;
    }

    static void measure(Path folder, int feeds, Report report, Progress progress) throws InterruptedException {
        progress.step("starting the broker and the dashboard");
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("dashboard-kafka"), 0)) {
            new DashboardLoad(broker.bootstrapServers(), feeds, progress).measure(report);
        } catch (IOException e) {
            throw new BenchmarkFailed("no dashboard: " + e.getMessage(), e);
        }
    }

    private void measure(Report report) throws IOException, InterruptedException {
        List<ProducerRecord<byte[], byte[]>> news = news();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            TopicCreation.createMissing(admin, Topics.all());
        }
        int port = freePort();
        Process dashboard = launch(port);
        try (HttpClient client = HttpClient.newHttpClient();
                Producer<byte[], byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrap, "linger.ms", 5, "compression.type", "lz4"),
                        new ByteArraySerializer(), new ByteArraySerializer())) {
            URI page = URI.create("http://127.0.0.1:" + port);
            register(producer);
            long begun = System.nanoTime();
            Waiting.until("all feeds on the page", LOOK, () -> feedsShown(client, page) == feeds);
            report.add("dashboard, feeds shown after", (System.nanoTime() - begun) / 1e9, "s",
                    "%,d feeds with their statuses, registered while it started".formatted(feeds));
            Thread open = Thread.ofVirtual().start(() -> open(client, page));
            progress.step("%,d articles/s and %,d feeds for %d s".formatted(ARTICLES_PER_SECOND, feeds, SECONDS));
            load(producer, news, WARM_SECONDS);
            Duration before = cpu(dashboard);
            long bytesBefore = pageBytes.sum();
            load(producer, news, SECONDS);
            double cores = cpu(dashboard).minus(before).toMillis() / 1e3 / SECONDS;
            ResidentMemory memory = ResidentMemory.of("dashboard", dashboard.pid());
            report.add("dashboard, processor", 100 * cores, "% of a core",
                    "%,d articles/s, %,d feeds of which %d/s are polled, one page open".formatted(ARTICLES_PER_SECOND,
                            feeds, feeds / BETWEEN_POLLS));
            report.add("dashboard, resident", memory.rssKb() / 1024.0, "MiB",
                    "VmRSS; at most %,.0f; heap of 192 MiB".formatted(memory.peakKb() / 1024.0));
            report.add("dashboard, to one page", (pageBytes.sum() - bytesBefore) / 1024.0 / SECONDS, "KiB/s",
                    "server-sent events, not compressed");
            open.interrupt();
        } finally {
            dashboard.destroy();
            if (!dashboard.waitFor(30, TimeUnit.SECONDS)) {
                dashboard.destroyForcibly();
            }
        }
    }

    private static List<ProducerRecord<byte[], byte[]>> news() {
        try (RuleBook rules = new RuleBook()) {
            rules.putAll(StarterRules.all(Clock.systemUTC().instant()));
            Enricher enricher = new Enricher(new LanguageDetector(), SectionModel.bundled(), new Edition.OfPublisher(),
                    rules, Clock.systemUTC());
            return NewsWeek.first(SAMPLE).stream().map(article -> {
                EnrichedArticle enriched = enricher.enrich(article.raw(), 1);
                return new ProducerRecord<>(Topics.ENRICHED.name(),
                        Topics.ENRICHED.key().serializer().serialize("", enriched.articleId()),
                        Topics.ENRICHED.value().serializer().serialize("", enriched));
            }).toList();
        } catch (InvalidRule e) {
            throw new BenchmarkFailed("the starter rules can't be run", e);
        }
    }

    private Process launch(int port) throws IOException {
        ProcessBuilder java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-Xmx192m", "-cp", System.getProperty("java.class.path"),
                DashboardService.class.getName());
        java.environment().putAll(Map.of("DATELINE_KAFKA_BOOTSTRAP_SERVERS", bootstrap, "DATELINE_DASHBOARD_PORT",
                Integer.toString(port)));
        return java.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void register(Producer<byte[], byte[]> producer) {
        for (int number = 0; number < feeds; number++) {
            Feed feed = Feed.of(url(number), Instant.now());
            producer.send(new ProducerRecord<>(Topics.FEEDS.name(), key(number),
                    Topics.FEEDS.value().serializer().serialize("", feed))).isDone();
            poll(producer, number);
        }
        producer.flush();
    }

    /** A status as ingest writes it, with the digests of 50 items; one feed in twenty fails. */
    private static void poll(Producer<byte[], byte[]> producer, int number) {
        Instant now = Instant.now();
        FeedStatus status = ContractJson.mapper().readValue("""
                {"schemaVersion": 1, "url": "%s", "state": "%s", "error": "%s", "lastPollAt": "%s", "nextPollAt": "%s",
                 "intervalSeconds": 600, "polls": 9, "items": 50, "published": 120, "seenItems": "%s"}
                """.formatted(url(number), number % 20 == 0 ? "failing" : "healthy",
                number % 20 == 0 ? "HTTP 503" : "", now, now.plusSeconds(BETWEEN_POLLS), "0123abcd".repeat(50)),
                FeedStatus.class);
        producer.send(new ProducerRecord<>(Topics.FEEDS_STATUS.name(), key(number),
                Topics.FEEDS_STATUS.value().serializer().serialize("", status))).isDone();
    }

    private static String url(int number) {
        return "https://paper-" + number + ".example/feed";
    }

    private static byte[] key(int number) {
        return Topics.FEEDS.key().serializer().serialize("", url(number));
    }

    private static int feedsShown(HttpClient client, URI page) {
        try {
            JsonNode view = ContractJson.mapper().readTree(client.send(
                    HttpRequest.newBuilder(page.resolve("/v1/pipeline")).build(), BodyHandlers.ofString()).body());
            return view.path("feeds").path("states").valueStream().mapToInt(JsonNode::asInt).sum();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private void open(HttpClient client, URI page) {
        try {
            client.send(HttpRequest.newBuilder(page.resolve("/v1/live")).build(),
                    BodyHandlers.ofByteArrayConsumer(bytes -> bytes.ifPresent(some -> pageBytes.add(some.length))));
        } catch (IOException e) {
            progress.note("the page was cut off: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** So many articles in each tenth of a second, and the polls of their time. */
    private void load(Producer<byte[], byte[]> producer, List<ProducerRecord<byte[], byte[]>> news, int seconds) {
        long begun = System.nanoTime();
        IntStream.range(0, seconds * 10).forEach(tenth -> {
            for (int i = 0; i < ARTICLES_PER_SECOND / 10; i++) {
                int number = tenth * ARTICLES_PER_SECOND / 10 + i;
                producer.send(news.get(number % news.size())).isDone();
            }
            for (int poll = tenth * feeds / BETWEEN_POLLS / 10; poll < (tenth + 1) * feeds / BETWEEN_POLLS
                    / 10; poll++) {
                poll(producer, poll % feeds);
            }
            LockSupport.parkNanos(begun + TimeUnit.MILLISECONDS.toNanos(100L * (tenth + 1)) - System.nanoTime());
        });
        producer.flush();
    }

    private static Duration cpu(Process process) {
        return process.info().totalCpuDuration()
                .orElseThrow(() -> new BenchmarkFailed("the system tells no processor time"));
    }
}
