package news.dateline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.dateline.chassis.Health;
import news.dateline.chassis.Service;
import news.dateline.contract.Content;
import news.dateline.contract.Declared;
import news.dateline.contract.PublicationStatus;
import news.dateline.contract.RawArticle;
import news.dateline.contract.Source;
import news.dateline.contract.Topics;
import news.dateline.dashboard.DashboardService;
import news.dateline.enrich.EnrichService;
import news.dateline.ingest.IngestService;
import news.dateline.sink.SinkService;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every alert of {@code ops/} fires by its fault, in a Prometheus that watches the real services, and clears after it. */
// The longest: what is begun last would keep the build waiting.
@Order(1)
class AlertsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** What the faults of a test can be worth, beyond that a minute takes a second. */
    private static final Map<String, String> FASTER = Map.of("> 300", "> 5", ":p99 > 60", ":p99 > 5", "for: 30m",
            "for: 12m");

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Integer> ports = Map.of("ingest", EmbeddedBroker.freePort(), "enrich",
            EmbeddedBroker.freePort(), "sink", EmbeddedBroker.freePort(), "dashboard", EmbeddedBroker.freePort());
    private final int kafka = EmbeddedBroker.freePort();
    private final int postgres = EmbeddedBroker.freePort();
    private final Map<String, Service> services = new HashMap<>();
    private EmbeddedBroker broker;
    private EmbeddedDatabase database;

    @BeforeAll
    static void needPrometheus() {
        assumeTrue(MonitoringIT.isInstalled("prometheus"),
                "skipped: prometheus is not on this machine (Debian: apt-get install prometheus)");
    }

    @BeforeEach
    void start() {
        broker = EmbeddedBroker.start(folder.resolve("kafka"), kafka);
        startDatabase();
        start("ingest", IngestService::start);
        start("enrich", EnrichService::start);
        start("sink", SinkService::start);
        start("dashboard", DashboardService::start);
        services.values().forEach(AlertsIT::awaitUp);
    }

    @AfterEach
    void stop() {
        List.of("dashboard", "ingest", "enrich", "sink").forEach(this::stop);
        database.close();
        broker.close();
        client.close();
    }

    @Test
    void eachAlertFiresByItsFaultAndClearsAfterIt() throws Exception {
        push(goodArticles(1));
        try (Prometheus prometheus = Prometheus.start(folder.resolve("prometheus"), ports, FASTER);
                Producer<String, byte[]> foreign = new KafkaProducer<>(
                        Map.of("bootstrap.servers", "127.0.0.1:" + kafka), new StringSerializer(),
                        new ByteArraySerializer())) {
            // Each fault of its own kind, and no article that ingest takes.
            foreign.send(new ProducerRecord<>(Topics.RAW.name(), "x", "no article".getBytes(StandardCharsets.UTF_8)))
                    .get();
            awaitFired(prometheus, "DatelineDefect");
            // Not on the public internet, so that each poll of it fails.
            feeds("POST", "", "{\"url\": \"http://127.0.0.1:1/rss\"}");
            stop("enrich");
            database.close();
            int[] written = {0};
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> {
                push("{}\n".repeat(20));
                writeRaw(foreign, written);
                // A change for the sink, which finds out by it that its database is away.
                foreign.send(new ProducerRecord<>(Topics.ENRICHED.name(), "gone", null)).get();
                assertThat(prometheus.fired()).contains("DatelineServiceDown", "DatelineInstanceDown",
                        "DatelineNotReady", "DatelineNoNews", "DatelineLagGrows", "DatelineStale",
                        "DatelineStoreAway", "DatelineManyRejected", "DatelineFeedsFailing");
            });

            feeds("DELETE", "?url=http://127.0.0.1:1/rss", "");
            startDatabase();
            start("enrich", EnrichService::start);
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> {
                push(goodArticles(5));
                assertThat(prometheus.fired()).contains("DatelineSlow");
                assertThat(prometheus.firing()).isEmpty();
            });

            broker.close();
            await().atMost(PATIENCE).untilAsserted(() -> {
                push(goodArticles(1));
                assertThat(prometheus.fired()).contains("DatelineKafkaAway");
            });
            broker = EmbeddedBroker.start(folder.resolve("kafka"), kafka);
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> {
                push(goodArticles(5));
                assertThat(prometheus.firing()).isEmpty();
            });

            assertThat(prometheus.fired()).isEqualTo(Prometheus.alerts());
        }
    }

    private static void awaitFired(Prometheus prometheus, String alert) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(prometheus.fired()).contains(alert));
    }

    private static void awaitUp(Service service) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(service.health()).as(service.name()).isEqualTo(Health.UP));
    }

    private void startDatabase() {
        database = EmbeddedDatabase.start(folder.resolve("postgres"), postgres, folder.resolve("postgres.log"));
    }

    private void start(String name, Function<Map<String, String>, Service> starter) {
        Map<String, String> variables = new HashMap<>(Map.of("DATELINE_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + kafka,
                "DATELINE_ENRICH_STATE_DIR", folder.resolve("stores").toString(), "DATELINE_SINK_DATABASE_URL",
                database.url(), "DATELINE_SINK_DATABASE_USER", database.user(), "DATELINE_DASHBOARD_EVERY", "PT0.25S"));
        ports.forEach((service, port) -> variables.put("DATELINE_" + service.toUpperCase(Locale.ROOT) + "_PORT",
                Integer.toString(port)));
        services.put(name, starter.apply(variables));
    }

    private void stop(String name) {
        Optional.ofNullable(services.remove(name)).ifPresent(Service::close);
    }

    private void push(String lines) throws Exception {
        client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports.get("ingest") + "/v1/articles"))
                .header("content-type", "application/x-ndjson").POST(HttpRequest.BodyPublishers.ofString(lines))
                .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    private void feeds(String method, String query, String json) throws Exception {
        int status = client.send(HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + ports.get("ingest") + "/v1/feeds" + query))
                .header("content-type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json)).build(),
                HttpResponse.BodyHandlers.discarding()).statusCode();
        assertThat(status).isBetween(200, 204);
    }

    private static String goodArticles(int count) {
        return IntStream.range(0, count).mapToObj(i -> "{\"headline\": \"Tide " + System.nanoTime() + " " + i + "\"}\n")
                .collect(Collectors.joining());
    }

    /** Past ingest, which would have taken them. */
    private static void writeRaw(Producer<String, byte[]> producer, int[] written) {
        for (int i = 0; i < 150; i++) {
            String id = "%032x".formatted(++written[0]);
            RawArticle raw = new RawArticle(RawArticle.SCHEMA_VERSION, id, Optional.empty(), Optional.empty(),
                    Source.UNKNOWN, "Tide " + id, "", Content.NONE, List.of(), Declared.NOTHING, Optional.empty(),
                    PublicationStatus.USABLE, Optional.empty(), Optional.empty(), Instant.now());
            var unused = producer.send(new ProducerRecord<>(Topics.RAW.name(), id,
                    Topics.RAW.value().serializer().serialize(Topics.RAW.name(), raw)));
        }
    }
}
