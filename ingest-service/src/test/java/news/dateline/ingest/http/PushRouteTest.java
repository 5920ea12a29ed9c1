package news.dateline.ingest.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import news.dateline.contract.RejectionReason;
import news.dateline.contract.TraceContext;
import news.dateline.ingest.KafkaStandIn;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PushRouteTest {
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final String JSON = "application/json";
    private static final int MOST = 2 * 1024 * 1024;

    private final KafkaStandIn kafka = new KafkaStandIn(true, MOST);
    private final Door door = new Door(kafka);

    @AfterEach
    void close() {
        door.close();
    }

    private void assertCounts(long received, long accepted, long rejected, long unavailable) {
        kafka.check(counts -> assertThat(counts).containsExactly(received, accepted, rejected, unavailable));
    }

    @Test
    void answersWithTheIdThatStandsInTheRawTopic() throws Exception {
        HttpResponse<String> answer = door.push(JSON, "{\"headline\":\"Harbour reopens\"}");

        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode body = Door.json(answer.body());
        assertThat(body.get("status").asString()).isEqualTo("accepted");
        assertThat(kafka.raw()).hasSize(1);
        assertThat(body.get("articleId").asString()).isEqualTo(kafka.raw().getFirst().articleId());
        assertThat(new String(kafka.producer.history().getFirst().key(), UTF_8))
                .isEqualTo(kafka.raw().getFirst().articleId());
        assertCounts(1, 1, 0, 0);
    }

    @Test
    void keepsThePushersTraceOnEverythingThatItWrites() throws Exception {
        door.send("POST", BodyPublishers.ofString("{\"headline\":\"One\"}\n{}\n"), "content-type",
                "application/x-ndjson", TraceContext.HEADER, TRACE);
        door.send("POST", BodyPublishers.ofString("{\"headline\":\"Two\"}"), "content-type", JSON,
                TraceContext.HEADER, TRACE);

        assertThat(kafka.producer.history()).hasSize(3).allSatisfy(
                written -> assertThat(TraceContext.of(written.headers())).get().extracting(TraceContext::text)
                        .isEqualTo(TRACE));
    }

    @Test
    void beginsATraceForEachArticleThatCameWithoutOne() throws Exception {
        door.push(JSON, "{\"headline\":\"One\"}");
        door.send("POST", BodyPublishers.ofString("{\"headline\":\"Two\"}"), "content-type", JSON,
                TraceContext.HEADER, "no-trace");

        assertThat(kafka.producer.history())
                .extracting(written -> TraceContext.of(written.headers()).orElseThrow().traceId())
                .hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void timesEachArticleUntilItsOutcome() throws Exception {
        door.push(JSON, "{\"headline\":\"One\"}");
        door.push(JSON, "{}");

        assertThat(kafka.metrics.registry().get("dateline.step").tag("step", "accept").timer().count()).isEqualTo(2);
        assertThat(kafka.metrics.registry().get("http.server.requests").tag("route", PushRoute.PATH)
                .tag("status", "202").timer().count()).isEqualTo(1);
        assertThat(kafka.metrics.registry().get("dateline.newest.received.timestamp").gauge().value())
                .isEqualTo((double) KafkaStandIn.NOW.getEpochSecond());
    }

    @Test
    void takesAPageWithQueryParameters() throws Exception {
        HttpResponse<String> answer = door.push("text/plain; charset=utf-8",
                BodyPublishers.ofString("Harbour reopens\n\nShips are back."),
                "?url=https%3A%2F%2Fexample.org%2Fp&source=The%20Example&language=en&publishedAt=2026-11-05T09%3A30%3A00Z");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(kafka.raw().getFirst().headline()).isEqualTo("Harbour reopens");
        assertThat(kafka.raw().getFirst().url()).contains("https://example.org/p");
        assertThat(kafka.raw().getFirst().source().name()).isEqualTo("The Example");
    }

    static Stream<Arguments> badInput() {
        return Stream.of(Arguments.of("broken JSON", "{\"headline\":", 400, "not-json", ""),
                Arguments.of("a wrong type", "{\"headline\":[1]}", 422, "invalid-field", "headline"),
                Arguments.of("no headline and no text", "{\"id\":\"1\"}", 422, "no-text", "headline"),
                Arguments.of("the year 9999", "{\"headline\":\"x\",\"publishedAt\":\"9999-12-31T00:00:00Z\"}", 422,
                        "invalid-field", "publishedAt"),
                Arguments.of("unknown status", "{\"headline\":\"x\",\"status\":\"spiked\"}", 422, "invalid-field",
                        "status"),
                Arguments.of("a negative revision", "{\"headline\":\"x\",\"revision\":-1}", 422, "invalid-field",
                        "revision"),
                Arguments.of("nothing", "", 400, "not-an-article", ""),
                Arguments.of("a list", "[]", 400, "not-an-article", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badInput")
    void refusesBadInputWithAProblemAndKeepsItsBytes(String what, String body, int status, String type, String field)
            throws Exception {
        HttpResponse<String> answer = door.push(JSON, body);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith("application/problem+json");
        JsonNode problem = Door.json(answer.body());
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("type").asString()).endsWith("/" + type);
        assertThat(problem.path("field").asString("")).isEqualTo(field);
        assertThat(kafka.raw()).isEmpty();
        assertThat(kafka.rejectedBytes(0)).contains(body.getBytes(UTF_8));
        assertThat(kafka.rejection(0).reason().word()).isEqualTo(type);
        assertThat(kafka.rejection(0).service()).isEqualTo("ingest");
        assertCounts(1, 0, 1, 0);
    }

    @Test
    void refusesInvalidUtf8() throws Exception {
        HttpResponse<String> answer = door.push(JSON,
                BodyPublishers.ofByteArray("{\"headline\":\"Café\"}".getBytes(ISO_8859_1)), "");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Door.json(answer.body()).get("detail").asString()).contains("offset 16");
    }

    @Test
    void refusesAnotherMediaType() throws Exception {
        HttpResponse<String> answer = door.push("application/pdf", "%PDF");

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(kafka.rejection(0).mediaType()).contains("application/pdf");
    }

    @Test
    void refusesAFiftyMegabyteBodyAndKeepsOnlyItsStart() throws Exception {
        HttpResponse<String> answer = door.push(JSON,
                BodyPublishers.ofInputStream(() -> new Repeated("x".getBytes(UTF_8), 50L * 1024 * 1024, () -> {
                })), "");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(Door.json(answer.body()).get("detail").asString()).contains(Integer.toString(MOST));
        assertThat(kafka.rejectedBytes(0).orElseThrow()).hasSize(MOST);
        assertThat(kafka.rejection(0).reason()).isEqualTo(RejectionReason.TOO_LARGE);
    }

    @Test
    void deadLettersWhatTheBrokerFindsTooLarge() throws Exception {
        try (Door manual = new Door(new KafkaStandIn(false, MOST))) {
            var pending = manual.pushLater(JSON, "{\"headline\":\"x\"}");
            manual.fail(1, new RecordTooLargeException("too large"));
            manual.acknowledge(1);

            assertThat(pending.get().statusCode()).isEqualTo(413);
            assertThat(manual.kafka.rejected()).hasSize(1);
            assertThat(manual.kafka.rejected().getFirst().key()).isNotEmpty();
        }
    }

    @Test
    void deadLettersTheHeadersAloneWhereTheBrokerFindsEvenTheDeadLetterTooLarge() throws Exception {
        try (Door manual = new Door(new KafkaStandIn(false, MOST))) {
            var pending = manual.pushLater(JSON, "{\"headline\":\"\"}");
            manual.fail(1, new RecordTooLargeException("too large"));
            manual.acknowledge(1);

            assertThat(pending.get().statusCode()).isEqualTo(422);
            assertThat(manual.kafka.rejectedBytes(1).orElseThrow()).isEmpty();
            assertThat(manual.kafka.rejection(1).reason()).isEqualTo(RejectionReason.NO_TEXT);
        }
    }

    @Test
    void tellsToComeAgainWhileTheBrokerIsAway() throws Exception {
        kafka.producer.sendException = new TimeoutException("no broker");

        HttpResponse<String> answer = door.push(JSON, "{\"headline\":\"x\"}");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("retry-after")).contains("2");
        assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith("application/problem+json");
        assertCounts(1, 0, 0, 1);
    }

    @Test
    void tellsToComeAgainWhenNoAcknowledgementComesInTime() throws Exception {
        try (Door manual = new Door(new KafkaStandIn(false, MOST))) {
            HttpResponse<String> answer = manual.push(JSON, "{\"headline\":\"x\"}");
            assertThat(answer.statusCode()).isEqualTo(503);

            manual.acknowledge(1);
            manual.kafka.check(counts -> assertThat(counts).containsExactly(1, 1, 0, 0));
        }
    }

    @Test
    void hasRoomForABoundedNumberOfPushes() throws Exception {
        try (Door manual = new Door(new KafkaStandIn(false, MOST), 1, PushTokens.NONE,
                ClientLimits.STANDARD, Duration.ofSeconds(30))) {
            var first = manual.pushLater(JSON, "{\"headline\":\"x\"}");
            manual.awaitSent(1);

            HttpResponse<String> second = manual.push(JSON, "{\"headline\":\"y\"}");
            assertThat(second.statusCode()).isEqualTo(503);
            assertThat(second.headers().firstValue("retry-after")).isPresent();

            manual.acknowledge(1);
            assertThat(first.get().statusCode()).isEqualTo(202);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "PATCH", "DELETE"})
    void answersAnotherMethodWithTheOneThatIsAllowed(String method) throws Exception {
        HttpResponse<String> answer = door.send(method, BodyPublishers.ofString("{}"), "content-type", JSON);

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("allow")).contains("POST");
        assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith("application/problem+json");
    }

    @Test
    void takesJsonWhereNoMediaTypeIsSaid() throws Exception {
        HttpResponse<String> answer = door.push(Optional.empty(), BodyPublishers.ofString("{\"headline\":\"x\"}"), "");

        assertThat(answer.statusCode()).isEqualTo(202);
    }
}
