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

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void startsWhileDatabaseAndBrokerAreAwayAndSaysWhatItWaitsFor() throws Exception {
        DatabaseAccess access = PostgresServer.freshDatabase();
        PostgresServer.allowConnections(access, false);
        try (SinkService service = SinkService.start(Map.of("DATELINE_SINK_PORT", "0", "DATELINE_SINK_DATABASE_URL",
                access.url(), "DATELINE_SINK_DATABASE_USER", "postgres", "DATELINE_KAFKA_BOOTSTRAP_SERVERS",
                NO_BROKER))) {
            assertThat(get(service, "/health/ready").statusCode()).isEqualTo(503);
            assertThat(get(service, "/health/live").statusCode()).isEqualTo(200);
            assertThat(get(service, "/health/ready").body()).contains(access.name());
            assertThat(get(service, "/v1/articles").statusCode()).isEqualTo(503);

            PostgresServer.allowConnections(access, true);
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(
                    () -> service.health() instanceof Health.Waiting(String what) && what.contains(NO_BROKER));
            Awaitility.await().atMost(Duration.ofSeconds(30))
                    .until(() -> get(service, "/v1/articles").statusCode() == 200);
            assertThat(get(service, "/v1/counts").body()).isEqualTo("{\"articles\":0,\"duplicates\":0,\"withheld\":0}");
        }
    }

    private HttpResponse<String> get(SinkService service, String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + service.port() + path);
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
}
