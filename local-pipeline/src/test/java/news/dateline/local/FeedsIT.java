package news.dateline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.dateline.chassis.Health;
import news.dateline.contract.FeedHealth;
import news.dateline.contract.Topics;
import news.dateline.ingest.IngestService;
import news.dateline.contract.registry.FeedTopics;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feeds of a local server, polled by two instances of ingest that share a broker and nothing else. */
class FeedsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int HOSTS = 12;
    private static final int FEEDS = 2 * HOSTS;
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    private Path folder;

    /** Who polled each feed, by the user-agents, in the order of the polls. */
    private final Map<String, ConcurrentLinkedQueue<String>> polls = new ConcurrentHashMap<>();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 100);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/robots.txt", exchange -> SmallHub.answer(exchange, 404, ""));
        server.createContext("/feed/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            polls.computeIfAbsent(path, none -> new ConcurrentLinkedQueue<>())
                    .add(exchange.getRequestHeaders().getFirst("User-Agent"));
            boolean known = "\"one\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            exchange.getResponseHeaders().set("ETag", "\"one\"");
            SmallHub.answer(exchange, known ? 304 : 200, known ? "" : """
                    <rss version="2.0"><channel><title>Feed</title><link>http://%1$s.example/</link>
                    <item><title>Headline of %1$s</title><link>http://example.org%1$s</link></item></channel></rss>
                    """.formatted(path));
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void twoInstancesNeverPollTheSameHostAndOneTakesOverWhatAKilledOneLeaves() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
            try (IngestService two = IngestService.start(settings(broker, "Two"))) {
                await().atMost(PATIENCE).until(() -> two.health() instanceof Health.Up);
                Process one = process(settings(broker, "One"));
                try {
                    add(two);
                    await().atMost(PATIENCE).until(() -> allPolledBy("One", "Two"));
                    polls.clear();
                    await().atMost(PATIENCE).until(() -> allPolled(3));
                    assertThat(two.health()).isEqualTo(Health.UP);

                    assertThat(hosts()).allSatisfy(host -> assertThat(polls.entrySet().stream()
                            .filter(of -> of.getKey().startsWith("/feed/" + host + "/"))
                            .flatMap(of -> of.getValue().stream()).collect(Collectors.toSet())).hasSize(1));
                } finally {
                    one.destroyForcibly().waitFor();
                }
                polls.clear();
                await().atMost(PATIENCE).until(() -> allPolled(2));

                assertThat(polls.values()).allSatisfy(by -> assertThat(by).containsOnly("Two/1"));
            }
            Map<String, String> kafka = Map.of("bootstrap.servers", broker.bootstrapServers());
            assertThat(FeedTopics.read(kafka).statuses()).hasSize(FEEDS).allSatisfy((url, status) -> {
                assertThat(status.state()).isEqualTo(FeedHealth.HEALTHY);
                assertThat(status.published()).isOne();
            });
            assertThat(rawArticles(kafka)).isEqualTo(FEEDS);
        }
    }

    private static Map<String, String> settings(EmbeddedBroker broker, String agent) {
        return Map.of("DATELINE_KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers(),
                "DATELINE_KAFKA_SESSION_TIMEOUT_MS", "6000", "DATELINE_INGEST_PORT", "0",
                "DATELINE_INGEST_FEED_AGENT", agent + "/1", "DATELINE_INGEST_FEED_LEAST", "PT1S",
                "DATELINE_INGEST_FEED_MOST", "PT1S", "DATELINE_INGEST_FEED_HOSTS",
                hosts().collect(Collectors.joining(",")));
    }

    /** Ingest as a process of its own, which can be killed. */
    private Process process(Map<String, String> settings) throws IOException {
        ProcessBuilder process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), IngestService.class.getName());
        process.environment().putAll(settings);
        return process.redirectErrorStream(true).redirectOutput(folder.resolve("one.log").toFile()).start();
    }

    private static Stream<String> hosts() {
        return IntStream.rangeClosed(1, HOSTS).mapToObj(number -> "127.0.0." + number);
    }

    private void add(IngestService ingest) throws Exception {
        for (String path : hosts().flatMap(host -> Stream.of(host + "/one", host + "/two")).toList()) {
            String url = "http://" + path.replaceFirst("/.*", "") + ":" + server.getAddress().getPort() + "/feed/"
                    + path;
            HttpResponse<String> answer = HTTP.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ingest.port() + "/v1/feeds"))
                            .POST(HttpRequest.BodyPublishers.ofString("{\"url\": \"" + url + "\"}")).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        }
    }

    private boolean allPolled(int times) {
        return polls.size() == FEEDS && polls.values().stream().allMatch(by -> by.size() >= times);
    }

    private boolean allPolledBy(String... agents) {
        Set<String> seen = polls.values().stream().flatMap(ConcurrentLinkedQueue::stream).collect(Collectors.toSet());
        return allPolled(1) && Stream.of(agents).allMatch(agent -> seen.contains(agent + "/1"));
    }

    private static long rawArticles(Map<String, String> kafka) {
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(Map.copyOf(kafka), new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.RAW.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
            return consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
