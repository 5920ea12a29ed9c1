package news.dateline.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import news.dateline.chassis.Tokens;
import news.dateline.ingest.KafkaStandIn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushTokensTest {
    private static final String FIRST = "first-token-of-two";
    private static final String SECOND = "second-token-of-two";

    private static HttpResponse<String> push(Door door, String authorization) throws Exception {
        return door.send("POST", BodyPublishers.ofString("{\"headline\":\"x\"}"), "content-type", "application/json",
                "Authorization", authorization);
    }

    private static Door door(KafkaStandIn kafka) {
        return new Door(kafka, 8, new PushTokens(Tokens.of(FIRST + "\n" + SECOND + "\n").orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer " + FIRST, "bearer " + SECOND})
    void takesAPushWithARightToken(String authorization) throws Exception {
        try (Door door = door(new KafkaStandIn(true, 4096))) {
            assertThat(push(door, authorization).statusCode()).isEqualTo(202);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer another-token-of-two", "Bearer ", "Basic " + FIRST, FIRST,
            "Bearer " + FIRST + "\t" + SECOND})
    void refusesAPushWithoutARightToken(String authorization) throws Exception {
        KafkaStandIn kafka = new KafkaStandIn(true, 4096);
        try (Door door = door(kafka)) {
            HttpResponse<String> answer = push(door, authorization);

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("www-authenticate").orElseThrow()).startsWith("Bearer realm=");
            assertThat(answer.headers().firstValue("content-type").orElseThrow())
                    .startsWith("application/problem+json");
            assertThat(kafka.producer.history()).isEmpty();
            assertThat(door.push("application/json", "{}").statusCode()).isEqualTo(401);
        }
    }
}
