package news.dateline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import news.dateline.chassis.Health;
import news.dateline.chassis.InvalidSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IngestServiceTest {
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:1", "broker.invalid:9092"})
    void startsAndTellsToComeAgainWhileThereIsNoBroker(String broker) throws Exception {
        try (IngestService service = IngestService
                .start(Map.of("DATELINE_KAFKA_BOOTSTRAP_SERVERS", broker, "DATELINE_INGEST_PORT", "0"));
                HttpClient client = HttpClient.newHttpClient()) {
            URI push = URI.create("http://127.0.0.1:" + service.port() + "/v1/articles");

            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(push).POST(BodyPublishers.ofString("{\"headline\":\"x\"}")).build(),
                    BodyHandlers.ofString());
            HttpResponse<String> ready = client.send(HttpRequest.newBuilder(push.resolve("/health/ready")).build(),
                    BodyHandlers.ofString());
            HttpResponse<String> live = client.send(HttpRequest.newBuilder(push.resolve("/health/live")).build(),
                    BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("retry-after")).isPresent();
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(live.statusCode()).isEqualTo(200);
            assertThat(service.health()).isInstanceOfSatisfying(Health.Waiting.class,
                    waiting -> assertThat(waiting.what()).startsWith("Kafka at " + broker));
        }
    }

    @Test
    void namesEverySettingThatBreaksARule() {
        assertThatThrownBy(
                () -> IngestService.start(Map.of("DATELINE_INGEST_PORT", "x", "DATELINE_INGEST_MAX_PUSHES", "0")))
                .isInstanceOf(InvalidSettings.class).hasMessageContaining("DATELINE_INGEST_PORT='x'")
                .hasMessageContaining("DATELINE_INGEST_MAX_PUSHES='0'");
    }

    @Test
    void saysWhatEverySettingMeans() {
        assertThat(IngestService.settings()).allSatisfy(setting -> assertThat(setting.meaning()).isNotBlank());
    }
}
