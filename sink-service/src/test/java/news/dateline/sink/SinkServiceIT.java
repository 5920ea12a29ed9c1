package news.dateline.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import news.dateline.chassis.Health;
import news.dateline.sink.store.postgres.DatabaseAccess;
import news.dateline.sink.store.postgres.PostgresServer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

final class SinkServiceIT {
    /** Nobody listens there: port 1 is reserved. */
    private static final String NO_BROKER = "127.0.0.1:1";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void startsWhileDatabaseAndBrokerAreAwayAndSaysWhatItWaitsFor() throws Exception {
        DatabaseAccess access = PostgresServer.freshDatabase();
        PostgresServer.allowConnections(access, false);
        try (SinkService service = start(access.url(), "postgres")) {
            assertThat(get(service, "/health/ready").statusCode()).isEqualTo(503);
            assertThat(get(service, "/health/live").statusCode()).isEqualTo(200);
            assertThat(get(service, "/health/ready").body()).contains(access.name());
            assertThat(get(service, "/v1/articles").statusCode()).isEqualTo(503);

            PostgresServer.allowConnections(access, true);
            Awaitility.await().atMost(PATIENCE).until(
                    () -> service.health() instanceof Health.Waiting(String what) && what.contains(NO_BROKER));
            Awaitility.await().atMost(PATIENCE)
                    .until(() -> get(service, "/v1/articles").statusCode() == 200);
            assertThat(get(service, "/v1/counts").body()).isEqualTo("{\"articles\":0,\"duplicates\":0,\"withheld\":0}");
        }
    }

    @Test
    void saysThatThePasswordIsNotAcceptedAndWaits() throws Exception {
        DatabaseAccess access = PostgresServer.freshDatabase();
        // The server lets in everybody whom it knows, whatever the password: so a user whom it does not know.
        try (SinkService service = start(access.url(), "nobody")) {
            awaitReady(service, "{\"status\":\"waiting\",\"detail\":\"" + access.name()
                    + " (SQLSTATE 28000, user or password is not accepted)\"}");
            assertThat(get(service, "/health/live").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void saysThatThereIsNoDatabaseOfThatName() throws Exception {
        String url = PostgresServer.freshDatabase().url().replace("/test", "/none");
        try (SinkService service = start(url, "postgres")) {
            awaitReady(service, "(SQLSTATE 3D000, there is no database of that name)");
        }
    }

    @Test
    void hasFailedOnTablesOfALaterVersion() throws Exception {
        DatabaseAccess access = PostgresServer.freshDatabase();
        try (SinkService service = start(access.url(), "postgres")) {
            Awaitility.await().atMost(PATIENCE).until(
                    () -> service.health() instanceof Health.Waiting(String what) && what.contains(NO_BROKER));
        }
        PostgresServer.execute(access,
                "INSERT INTO dateline_schema_history SELECT installed_rank + 100, '999', 'later', type, "
                        + "'V999__later.sql', checksum, installed_by, installed_on, execution_time, success "
                        + "FROM dateline_schema_history WHERE version = '1'");

        try (SinkService service = start(access.url(), "postgres")) {
            awaitReady(service, access.name() + ": its tables are not as this version made them: "
                    + "Detected applied migration not resolved locally: 999.");
            assertThat(get(service, "/health/live").statusCode()).isEqualTo(503);
        }
    }

    @Test
    void hasFailedOnATableOfAnothersMaking() throws Exception {
        DatabaseAccess access = PostgresServer.freshDatabase();
        PostgresServer.execute(access, "CREATE TABLE articles (id integer)");

        try (SinkService service = start(access.url(), "postgres")) {
            awaitReady(service, access.name() + ": its tables can't be migrated (SQLSTATE 42P07)");
            assertThat(get(service, "/health/live").statusCode()).isEqualTo(503);
        }
    }

    private static SinkService start(String database, String user) {
        return SinkService.start(Map.of("DATELINE_SINK_PORT", "0", "DATELINE_SINK_DATABASE_URL", database,
                "DATELINE_SINK_DATABASE_USER", user, "DATELINE_KAFKA_BOOTSTRAP_SERVERS", NO_BROKER));
    }

    private void awaitReady(SinkService service, String told) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            HttpResponse<String> ready = get(service, "/health/ready");
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body()).contains(told);
        });
    }

    private HttpResponse<String> get(SinkService service, String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + service.port() + path);
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
}
