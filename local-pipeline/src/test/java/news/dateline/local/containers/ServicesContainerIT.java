package news.dateline.local.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import news.dateline.chassis.Health;
import news.dateline.chassis.Service;
import news.dateline.contract.Topics;
import news.dateline.dashboard.DashboardService;
import news.dateline.enrich.EnrichService;
import news.dateline.ingest.IngestService;
import news.dateline.sink.SinkService;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import tools.jackson.databind.JsonNode;

/** The services on a Kafka and a PostgreSQL that are not ours: those of the public images. */
@ContainerTest
class ServicesContainerIT {
    private static final int PARTITIONS = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path state;

    @Test
    void pushedArticleIsStoredAndATakedownRemovesIt() throws Exception {
        try (KafkaContainer kafka = new KafkaContainer("apache/kafka:4.3.1");
                PostgreSQLContainer postgres = new PostgreSQLContainer("postgres:18")) {
            postgres.setWaitStrategy(Wait.forSuccessfulCommand("pg_isready --quiet --host=127.0.0.1"));
            kafka.start();
            postgres.start();
            Map<String, String> settings = settings(kafka, postgres);
            try (Service ingest = IngestService.start(settings);
                    Service enrich = EnrichService.start(settings);
                    Service sink = SinkService.start(settings);
                    Service dashboard = DashboardService.start(settings);
                    Http http = new Http()) {
                for (Service service : List.of(ingest, enrich, sink, dashboard)) {
                    await(service.name()).atMost(PATIENCE).until(() -> service.health() instanceof Health.Up);
                }

                assertThat(partitions(kafka)).containsEntry(Topics.RAW.name(), PARTITIONS)
                        .containsEntry(Topics.ENRICHED.name(), PARTITIONS).containsEntry(Topics.RULES.name(), 1)
                        .containsEntry("dateline-enrich-by-text-repartition", PARTITIONS);

                String id = http.push(ingest.port(), article("usable")).orElseThrow();
                await().atMost(PATIENCE)
                        .until(() -> stored(http, sink, id).path("headline").asString("").equals("Ferry runs"));
                await().atMost(PATIENCE).until(
                        () -> http.get(dashboard.port(), "/v1/pipeline").orElseThrow().path("steps").valueStream()
                                .allMatch(step -> step.path("lag").asLong(1) == 0));

                assertThat(http.push(ingest.port(), article("canceled"))).contains(id);
                await().atMost(PATIENCE).until(() -> stored(http, sink, id).path("status").asInt(0) == 404);
            }
        }
    }

    private Map<String, String> settings(KafkaContainer kafka, PostgreSQLContainer postgres) {
        Map<String, String> settings = new HashMap<>();
        settings.put("DATELINE_KAFKA_BOOTSTRAP_SERVERS", kafka.getBootstrapServers());
        settings.put("DATELINE_PARTITIONS", Integer.toString(PARTITIONS));
        settings.put("DATELINE_ENRICH_STATE_DIR", state.toString());
        settings.put("DATELINE_SINK_DATABASE_URL", postgres.getJdbcUrl());
        settings.put("DATELINE_SINK_DATABASE_USER", postgres.getUsername());
        settings.put("DATELINE_SINK_DATABASE_PASSWORD", postgres.getPassword());
        for (String service : List.of("INGEST", "ENRICH", "SINK", "DASHBOARD")) {
            settings.put("DATELINE_" + service + "_PORT", "0");
        }
        return settings;
    }

    private static Map<String, Integer> partitions(KafkaContainer kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.getBootstrapServers()))) {
            return admin.describeTopics(admin.listTopics().names().get()).allTopicNames().get().values().stream()
                    .collect(Collectors.toMap(TopicDescription::name, topic -> topic.partitions().size()));
        }
    }

    private static String article(String status) {
        return "{\"id\": \"ferry\", \"source\": {\"name\": \"Quay Post\"}, \"headline\": \"Ferry runs\", \"status\": \""
                + status + "\"}";
    }

    private static JsonNode stored(Http http, Service sink, String id) {
        return http.get(sink.port(), "/v1/articles/" + id).orElseThrow();
    }
}
