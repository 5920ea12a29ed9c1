package news.dateline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import news.dateline.chassis.Health;
import news.dateline.chassis.Service;
import news.dateline.contract.ContractJson;
import news.dateline.dashboard.DashboardService;
import news.dateline.enrich.EnrichService;
import news.dateline.ingest.IngestService;
import news.dateline.sink.SinkService;

/** Every service, started by variables alone as one would deploy it, on a Kafka of the test's own. */
final class Services implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<Service> started = new ArrayList<>();

    /**
     * Starts ingest, enrich, sink and dashboard.
     *
     * @param kafka    variables {@code DATELINE_KAFKA_…}
     * @param database URL of a database of its own
     */
    Services(Map<String, String> kafka, String database, Path state) {
        start(IngestService::start, kafka, Map.of("DATELINE_INGEST_PORT", "0"));
        start(EnrichService::start, kafka,
                Map.of("DATELINE_ENRICH_PORT", "0", "DATELINE_ENRICH_STATE_DIR", state.toString()));
        start(SinkService::start, kafka, Map.of("DATELINE_SINK_PORT", "0", "DATELINE_SINK_DATABASE_URL", database,
                "DATELINE_SINK_DATABASE_USER", "postgres"));
        start(DashboardService::start, kafka, Map.of("DATELINE_DASHBOARD_PORT", "0"));
    }

    private void start(Function<Map<String, String>, Service> starter, Map<String, String> kafka,
            Map<String, String> own) {
        Map<String, String> variables = new HashMap<>(kafka);
        variables.putAll(own);
        started.add(starter.apply(variables));
    }

    /** A database of its own on the PostgreSQL of a pipeline. */
    static String database(SharedPipeline pipeline, String name) {
        String url = pipeline.pipeline().databaseUrl();
        try (Connection connection = DriverManager.getConnection(url, "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return url.replaceFirst("/postgres$", "/" + name);
    }

    List<Service> all() {
        return started;
    }

    /** Ingest, enrich and sink: the dashboard needs no more than an answer. */
    List<Service> writers() {
        return started.subList(0, 3);
    }

    static void awaitUp(List<Service> services) {
        for (Service service : services) {
            await().atMost(PATIENCE).untilAsserted(
                    () -> assertThat(service.health()).as(service.name()).isEqualTo(Health.UP));
        }
    }

    /** Until each says that it waits, in words that hold all of these; and says so over HTTP. */
    static void awaitWaiting(List<Service> services, String... words) throws Exception {
        for (Service service : services) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(service.health()).as(service.name()).isInstanceOfSatisfying(
                            Health.Waiting.class, waiting -> assertThat(waiting.what()).contains(words)));
            HttpResponse<String> ready = get(service, "/health/ready");
            assertThat(ready.statusCode()).as(service.name()).isEqualTo(503);
            assertThat(ready.body()).as(service.name()).contains(words);
            assertThat(get(service, "/health/live").statusCode()).as(service.name()).isEqualTo(200);
        }
    }

    HttpResponse<String> push(String json) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(uri(started.getFirst(), "/v1/articles"))
                        .header("content-type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Pushes an article and returns when it can be read from the store. */
    void pushUntilStored(String headline) throws Exception {
        HttpResponse<String> pushed = push("{\"headline\": \"" + headline + "\"}");
        assertThat(pushed.statusCode()).as(pushed.body()).isEqualTo(202);
        String id = ContractJson.mapper().readTree(pushed.body()).path("articleId").asString();
        await().atMost(PATIENCE).until(() -> get(started.get(2), "/v1/articles/" + id).statusCode() == 200);
    }

    static HttpResponse<String> get(Service service, String path) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(uri(service, path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static URI uri(Service service, String path) {
        return URI.create("http://127.0.0.1:" + service.port() + path);
    }

    @Override
    public void close() {
        started.reversed().forEach(Service::close);
    }
}
