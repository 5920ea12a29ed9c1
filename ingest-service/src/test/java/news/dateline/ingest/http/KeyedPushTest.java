package news.dateline.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import news.dateline.ingest.KafkaStandIn;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyedPushTest {
    private static final String JSON = "application/json";
    private static final String ARTICLE = "{\"headline\":\"Harbour reopens\"}";

    private final KafkaStandIn kafka = new KafkaStandIn(true, 64 * 1024);
    private final Door door = new Door(kafka);

    @AfterEach
    void close() {
        door.close();
    }

    private HttpResponse<String> push(Door to, String key, String type, String body) throws Exception {
        return to.send("POST", BodyPublishers.ofString(body), "content-type", type, "Idempotency-Key", key);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"application/json|{\"headline\":\"Tide\"}|202",
            "application/x-ndjson|{\"headline\":\"Tide\"}¶{\"headline\":\"Ebb\"}¶no JSON|200",
            "application/json|{\"headline\":\"\"}|422"})
    void answersAPushThatComesAgainAsTheFirstOneAndTakesNothing(String type, String body, int status) throws Exception {
        String pushed = body.replace('¶', '\n');
        HttpResponse<String> first = push(door, "\"k1\"", type, pushed);
        long received = kafka.metrics.receivedCount();

        HttpResponse<String> again = push(door, "k1", type, pushed);

        assertThat(first.statusCode()).isEqualTo(status);
        assertThat(again.statusCode()).isEqualTo(status);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("content-type")).isEqualTo(first.headers().firstValue("content-type"));
        assertThat(kafka.metrics.receivedCount()).isEqualTo(received);
    }

    @Test
    void refusesTheKeyOfAnotherBodyOrType() throws Exception {
        push(door, "k1", JSON, ARTICLE);

        assertThat(push(door, "k1", JSON, "{\"headline\":\"Another\"}").statusCode()).isEqualTo(422);
        assertThat(push(door, "k1", "text/plain", ARTICLE).statusCode()).isEqualTo(422);
        assertThat(push(door, "k2", JSON, "{\"headline\":\"Another\"}").statusCode()).isEqualTo(202);
        assertThat(kafka.raw()).hasSize(2);
    }

    @Test
    void saysThatTheFirstIsStillUnderWay() throws Exception {
        try (Door manual = new Door(new KafkaStandIn(false, 4096))) {
            CompletableFuture<HttpResponse<String>> first = CompletableFuture.supplyAsync(() -> {
                try {
                    return push(manual, "k1", JSON, ARTICLE);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            manual.awaitSent(1);

            assertThat(push(manual, "k1", JSON, ARTICLE).statusCode()).isEqualTo(409);

            manual.acknowledge(1);
            assertThat(first.get().statusCode()).isEqualTo(202);
            assertThat(push(manual, "k1", JSON, ARTICLE).statusCode()).isEqualTo(202);
            assertThat(manual.kafka.raw()).hasSize(1);
        }
    }

    @Test
    void takesAPushAgainThatWasToldToComeAgain() throws Exception {
        kafka.producer.sendException = new TimeoutException("no broker");
        assertThat(push(door, "k1", JSON, ARTICLE).statusCode()).isEqualTo(503);
        assertThat(push(door, "k2", "application/x-ndjson", ARTICLE).statusCode()).isEqualTo(503);
        kafka.producer.sendException = null;

        assertThat(push(door, "k1", JSON, ARTICLE).statusCode()).isEqualTo(202);
        assertThat(push(door, "k2", "application/x-ndjson", ARTICLE).statusCode()).isEqualTo(200);
    }

    @Test
    void takesAPushAgainWhoseAnswerIsTooLongToBeKept() throws Exception {
        String lines = (ARTICLE + "\n").repeat(2_000);

        push(door, "k1", "application/x-ndjson", lines);
        HttpResponse<String> again = push(door, "k1", "application/x-ndjson", lines);

        assertThat(again.body().lines()).hasSize(2_000);
        assertThat(kafka.metrics.receivedCount()).isEqualTo(4_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"", "\"a\"b\"", "a key"})
    void refusesAKeyThatIsNone(String key) throws Exception {
        assertThat(push(door, key, JSON, ARTICLE).statusCode()).isEqualTo(400);
    }
}
