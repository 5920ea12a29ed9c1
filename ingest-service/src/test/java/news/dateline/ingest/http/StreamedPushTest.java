package news.dateline.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import news.dateline.ingest.KafkaStandIn;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StreamedPushTest {
    private static final String LINES = "application/x-ndjson";
    private static final int MOST = 4096;

    private final KafkaStandIn kafka = new KafkaStandIn(true, MOST);
    private final Door door = new Door(kafka);
    private final Door manual = new Door(new KafkaStandIn(false, MOST));

    @AfterEach
    void close() {
        door.close();
        manual.close();
    }

    private static String line(int id) {
        return "{\"id\":\"" + id + "\",\"headline\":\"Headline " + id + "\"}\n";
    }

    @Test
    void answersEachLineInOrderAndTakesTheGoodOnes() throws Exception {
        String body = line(1) + "{broken\r\n\n{\"headline\":\"x\",\"revision\":-1}\n{\"headline\":\""
                + "x".repeat(5_000)
                + "\"}\n" + line(6).strip();

        HttpResponse<String> answer = door.push(LINES, body);

        assertThat(answer.statusCode()).isEqualTo(200);
        List<JsonNode> results = Door.lines(answer.body());
        assertThat(results).extracting(result -> result.get("line").asInt()).containsExactly(1, 2, 4, 5, 6);
        assertThat(results).extracting(result -> result.get("status").asString()).containsExactly("accepted",
                "rejected", "rejected", "rejected", "accepted");
        JsonNode problem = results.get(2).get("problem");
        assertThat(problem.get("field").asString()).isEqualTo("revision");
        assertThat(problem.get("line").asInt()).isEqualTo(4);
        assertThat(problem.get("status").asInt()).isEqualTo(422);
        assertThat(results.get(3).get("problem").get("status").asInt()).isEqualTo(413);
        assertThat(results.get(4).get("articleId").asString()).isEqualTo(kafka.raw().get(1).articleId());
        assertThat(kafka.raw()).hasSize(2);
        assertThat(kafka.rejection(0).origin().line()).contains(2);
        assertThat(kafka.rejectedBytes(2).orElseThrow()).hasSize(MOST);
        kafka.check(counts -> assertThat(counts).containsExactly(5, 2, 3, 0));
    }

    @Test
    void hasNoResultsForNoLines() throws Exception {
        HttpResponse<String> answer = door.push(LINES, "\n\n");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    /** Java's client reads nothing before it has sent everything: the results must find room, and in bounded memory. */
    @Test
    void takesALongStreamFromAClientThatReadsOnlyAtItsEnd() throws Exception {
        int lines = 200_000;
        byte[] line = "{\"headline\":\"x\",\"revision\":-1}\n".getBytes(UTF_8);
        KafkaStandIn forgetful = new KafkaStandIn(true, MOST);
        try (Door open = new Door(forgetful)) {
            HttpResponse<String> answer = open.push(LINES, BodyPublishers.ofInputStream(
                    () -> new Repeated(line, (long) lines * line.length, forgetful.producer::clear)), "");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body().lines().count()).isEqualTo(lines);
            assertThat(Door.json(answer.body().lines().skip(lines - 1).findFirst().orElseThrow()).get("line").asInt())
                    .isEqualTo(lines);
            forgetful.check(counts -> assertThat(counts).containsExactly(lines, 0, lines, 0));
        }
    }

    @Test
    void takesNoMoreThanAWindowOfLinesBeforeKafkaAcknowledges() throws Exception {
        try (Door patient = new Door(new KafkaStandIn(false, MOST), 8, PushTokens.NONE, ClientLimits.STANDARD,
                Duration.ofMinutes(1))) {
            var pending = patient.pushLater(LINES, line(1).repeat(5_000));
            patient.awaitSent(4_096);
            assertThat(patient.kafka.producer.history()).hasSize(4_096);

            patient.acknowledge(5_000);
            assertThat(Door.lines(pending.get().body())).hasSize(5_000);
        }
    }

    @Test
    void answersALivePusherLineByLine() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), door.port())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            out.write(("POST /v1/articles HTTP/1.1\r\nHost: x\r\nContent-Type: " + LINES
                    + "\r\nTransfer-Encoding: chunked\r\n\r\n").getBytes(UTF_8));

            for (int i = 1; i <= 3; i++) {
                String line = line(i);
                out.write((Integer.toHexString(line.length()) + "\r\n" + line + "\r\n").getBytes(UTF_8));
                out.flush();
                String read = in.readLine();
                while (!read.startsWith("{")) {
                    read = in.readLine();
                }
                assertThat(Door.json(read).get("line").asInt()).isEqualTo(i);
            }
            out.write("0\r\n\r\n".getBytes(UTF_8));
        }
    }

    @Test
    void tellsTheWholeToComeAgainWhenTheBrokerIsAwayFromTheStart() throws Exception {
        kafka.producer.sendException = new TimeoutException("no broker");

        HttpResponse<String> answer = door.push(LINES, line(1).repeat(100_000));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("retry-after")).contains("2");
        assertThat(Door.json(answer.body()).get("line").asInt()).isEqualTo(1);
    }

    @Test
    void endsWithTheFirstLineThatWasNotTakenWhenTheBrokerGoesAway() throws Exception {
        var pending = manual.pushLater(LINES, line(1) + line(2) + line(3) + line(4));
        manual.awaitSent(4);
        manual.acknowledge(2);
        manual.fail(2, new TimeoutException("broker went away"));

        HttpResponse<String> answer = pending.get();

        assertThat(answer.statusCode()).isEqualTo(200);
        List<JsonNode> results = Door.lines(answer.body());
        assertThat(results).hasSize(3);
        assertThat(results.get(2).get("status").asString()).isEqualTo("unavailable");
        assertThat(results.get(2).get("problem").get("detail").asString()).startsWith("Lines from 3 on");
    }

    @Test
    void answersEachArticleOfANewsApiResponse() throws Exception {
        HttpResponse<String> answer = door.push("application/json", """
                {"status":"ok","totalResults":2,"articles":[
                 {"title":"One","url":"https://example.org/1","urlToImage":null},
                 {"title":7,"url":"https://example.org/2","urlToImage":null}]}""");

        assertThat(answer.statusCode()).isEqualTo(200);
        List<JsonNode> results = Door.lines(answer.body());
        assertThat(results).extracting(result -> result.get("status").asString()).containsExactly("accepted",
                "rejected");
        assertThat(results.get(1).get("problem").get("field").asString()).isEqualTo("title");
        assertThat(results.get(1).get("line").asInt()).isEqualTo(2);
        assertThat(kafka.rejection(0).origin().line()).contains(2);
        kafka.check(counts -> assertThat(counts).containsExactly(2, 1, 1, 0));
    }
}
