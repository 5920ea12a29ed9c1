package news.dateline.local.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** The built images: together on a Kafka and a PostgreSQL, and each of them where something is wrong. */
@ContainerTest
class ImagesContainerIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PORT = 8080;
    private static final String AGAIN = "dateline/sink-service:again-" + Docker.TAG;

    @BeforeAll
    static void build() {
        ComposeStack.build();
    }

    @Test
    void imagesTogetherStoreAPushedArticle() {
        try (Network network = Network.newNetwork();
                KafkaContainer kafka = new KafkaContainer("apache/kafka:4.3.1").withNetwork(network)
                        .withListener("kafka:19092");
                PostgreSQLContainer postgres = new PostgreSQLContainer("postgres:18").withNetwork(network)
                        .withNetworkAliases("postgres");
                GenericContainer<?> ingest = service("ingest-service", Map.of()).withNetwork(network);
                GenericContainer<?> enrich = service("enrich-service", Map.of()).withNetwork(network);
                GenericContainer<?> sink = service("sink-service",
                        Map.of("DATELINE_SINK_DATABASE_URL", "jdbc:postgresql://postgres:5432/test",
                                "DATELINE_SINK_DATABASE_USER", "test", "DATELINE_SINK_DATABASE_PASSWORD", "test"))
                        .withNetwork(network);
                Http http = new Http()) {
            postgres.setWaitStrategy(Wait.forSuccessfulCommand("pg_isready --quiet --host=127.0.0.1"));
            kafka.start();
            postgres.start();
            for (GenericContainer<?> service : List.of(ingest, enrich, sink)) {
                service.waitingFor(Wait.forHealthcheck().withStartupTimeout(PATIENCE)).start();
            }

            String id = http.push(ingest.getMappedPort(PORT), "{\"headline\": \"Tug Brenna leaves the dock\"}")
                    .orElseThrow();

            await().atMost(PATIENCE).until(() -> http.get(sink.getMappedPort(PORT), "/v1/articles/" + id).orElseThrow()
                    .path("headline").asString("").startsWith("Tug Brenna"));
        }
    }

    @Test
    void serviceThatCannotFindKafkaSaysSoInItsLogAndToDocker() {
        try (GenericContainer<?> ingest = service("ingest-service",
                Map.of("DATELINE_KAFKA_BOOTSTRAP_SERVERS", "kafka.invalid:9092"))) {
            ingest.start();

            String health = awaitHealth(ingest, "kafka.invalid:9092");

            assertThat(health).contains("\"status\":\"waiting\"");
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                    ingest.getLogs().lines().filter(line -> line.contains("No resolvable bootstrap urls"))).hasSize(1)
                    .allSatisfy(line -> assertThat(line).contains("waiting", "kafka.invalid:9092")));
            assertThat(ingest.isRunning()).isTrue();
        }
    }

    @Test
    void brokerWithTooFewReplicasIsWaitedFor() {
        try (Network network = Network.newNetwork();
                KafkaContainer kafka = new KafkaContainer("apache/kafka:4.3.1").withNetwork(network)
                        .withListener("kafka:19092").withEnv("KAFKA_DEFAULT_REPLICATION_FACTOR", "3");
                GenericContainer<?> ingest = service("ingest-service", Map.of()).withNetwork(network)) {
            kafka.start();
            ingest.start();

            assertThat(awaitHealth(ingest, "eplication factor")).contains("\"status\":\"waiting\"");
            await().atMost(PATIENCE).until(() -> ingest.getLogs().contains("eplication factor"));
        }
    }

    @Test
    void sinkWithoutItsSecretEndsAndNamesTheFile() {
        try (GenericContainer<?> sink = service("sink-service",
                Map.of("DATELINE_SINK_DATABASE_PASSWORD_FILE", "/run/secrets/nothing"))) {
            sink.start();

            await().atMost(PATIENCE).until(() -> !sink.isRunning());

            assertThat(Docker.run("inspect", "--format", "{{.State.ExitCode}}", sink.getContainerId())).isEqualTo("2");
            assertThat(sink.getLogs().lines().filter(line -> line.contains("/run/secrets/nothing"))).hasSize(1)
                    .allSatisfy(line -> assertThat(line).contains("DATELINE_SINK_DATABASE_PASSWORD_FILE"));
        }
    }

    @Test
    void sinkWithoutADatabaseSaysWhatItWaitsFor() {
        try (GenericContainer<?> sink = service("sink-service",
                Map.of("DATELINE_SINK_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/dateline"))) {
            sink.start();

            assertThat(awaitHealth(sink, "127.0.0.1:1")).contains("\"status\":\"waiting\"");
        }
    }

    @Test
    void newCodeMakesOneSmallLayerAndTheSameJarsMakeTheSameLayers() {
        String layers = layers("dateline/sink-service:" + Docker.TAG);
        Docker.succeed(List.of("docker", "build", "--no-cache", "--quiet", "--build-arg", "SERVICE=sink-service",
                "--tag", AGAIN, "."), Map.of());
        try {
            assertThat(layers(AGAIN)).isEqualTo(layers);
        } finally {
            Docker.run("rmi", AGAIN);
        }
        List<Long> sizes = Docker.run("history", "--human=false", "--format", "{{.Size}} {{.CreatedBy}}",
                "dateline/sink-service:" + Docker.TAG).lines().filter(line -> line.contains("COPY"))
                .map(line -> Long.parseLong(line.substring(0, line.indexOf(' ')))).toList();
        // The newest first: the service's own jar, Dateline's modules, libraries.
        assertThat(sizes.get(0)).isLessThan(2_000_000);
        assertThat(sizes.get(1)).isLessThan(2_000_000);
        assertThat(sizes.get(2)).isGreaterThan(10_000_000);
    }

    private static String layers(String image) {
        return Docker.run("inspect", "--format", "{{.RootFS.Layers}}", image);
    }

    /** A container of a service, as {@code docker run} starts it; the usual address of Kafka is {@code kafka:19092}. */
    private static GenericContainer<?> service(String image, Map<String, String> settings) {
        return new GenericContainer<>(DockerImageName.parse("dateline/" + image + ":" + Docker.TAG))
                .withExposedPorts(PORT)
                .withEnv("DATELINE_KAFKA_BOOTSTRAP_SERVERS", "kafka:19092").withEnv(settings)
                .waitingFor(Wait.forLogMessage(".*", 1));
    }

    /** What Docker's own health check has last heard, as soon as it contains a text. */
    private static String awaitHealth(GenericContainer<?> container, String text) {
        String last = "{{with .State.Health}}{{range .Log}}{{println .Output}}{{end}}{{end}}";
        return await().atMost(PATIENCE).until(
                () -> Docker.run("inspect", "--format", last, container.getContainerId()),
                output -> output.contains(text));
    }
}
