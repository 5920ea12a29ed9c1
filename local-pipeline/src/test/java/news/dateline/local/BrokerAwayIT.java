package news.dateline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import news.dateline.chassis.Health;
import news.dateline.ingest.IngestService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerAwayIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void ingestAsksToComeAgainWhileTheBrokerIsAwayAndTakesArticlesWhenItIsBack() throws Exception {
        int port = EmbeddedBroker.freePort();
        EmbeddedBroker broker = EmbeddedBroker.start(folder, port);
        try (IngestService ingest = IngestService.start(
                Map.of("DATELINE_INGEST_PORT", "0", "DATELINE_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + port))) {
            await().atMost(PATIENCE).until(() -> ingest.health() instanceof Health.Up);
            assertThat(push(ingest).statusCode()).isEqualTo(202);

            broker.close();
            HttpResponse<String> refused = push(ingest);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("retry-after")).isPresent();
            assertThat(refused.headers().firstValue("content-type")).contains("application/problem+json");

            broker = EmbeddedBroker.start(folder, port);
            await().atMost(PATIENCE).until(() -> push(ingest).statusCode() == 202);
        } finally {
            broker.close();
        }
    }

    private static HttpResponse<String> push(IngestService ingest) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ingest.port() + "/v1/articles"))
                    .header("content-type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"headline\": \"Is anybody there?\"}")).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
