package news.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PusherTest {
    private final List<String> bodies = new ArrayList<>();
    private final Deque<Integer> refusals = new ArrayDeque<>();
    private final List<Pusher.Result> results = new ArrayList<>();
    private final List<Long> answered = new ArrayList<>();
    private String authorization = "";
    private String answerTo = "accepted";
    private HttpServer server;
    private Pusher pusher;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/articles", this::answer);
        server.start();
        pusher = new Pusher(URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                Optional.of("a-token"), results::add, answered::add);
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void pushesLongLinesInPartsAndNumbersThemThroughout() {
        String line = "{\"headline\":\"" + "x".repeat(99_980) + "\"}\n";

        push(line.repeat(13), PushFile.LINES);

        assertThat(bodies).hasSize(3).allMatch(body -> body.endsWith("\n"));
        assertThat(String.join("", bodies)).isEqualTo(line.repeat(13));
        assertThat(results).extracting(Pusher.Result::line).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L,
                11L,
                12L, 13L);
    }

    @Test
    void pushesALastLineThatHasNoEnd() {
        push("{\"a\":1}\n{\"a\":2}", PushFile.LINES);

        assertThat(String.join("", bodies)).isEqualTo("{\"a\":1}\n{\"a\":2}");
        assertThat(results).hasSize(2).allMatch(Pusher.Result::accepted);
    }

    @Test
    void goesOnAfterTheLinesThatWereAnsweredAndNumbersThemAsBefore() {
        push("{\"a\":1}\n{\"a\":2}\n{\"a\":3}", PushFile.LINES, 2);

        assertThat(bodies).containsExactly("{\"a\":3}");
        assertThat(results).extracting(Pusher.Result::line).containsExactly(3L);
        assertThat(answered).containsExactly(3L);
    }

    @Test
    void tellsEachRejectedLineWithItsProblem() {
        answerTo = "rejected";

        push("{}\n\n{}\n", PushFile.LINES);

        assertThat(results).containsExactly(new Pusher.Result(1, "", "headline must not be blank"),
                new Pusher.Result(3, "", "headline must not be blank"));
    }

    @Test
    void pushesAgainWhenAskedToComeAgain() {
        refusals.add(503);

        push("{\"a\":1}", "application/json");

        assertThat(bodies).containsExactly("{\"a\":1}", "{\"a\":1}");
        assertThat(results).containsExactly(new Pusher.Result(0, "id-1", ""));
    }

    @Test
    void failsWithThePlaceToGoOnFromWhenKafkaGoesAway() {
        answerTo = "unavailable";

        assertThatThrownBy(() -> push("{}\n{}\n", PushFile.LINES)).isInstanceOf(Failure.class)
                .hasMessageContaining("line 1");
    }

    @Test
    void tellsTheProblemOfASingleArticle() {
        refusals.add(422);

        push("{}", "application/json");

        assertThat(results).containsExactly(new Pusher.Result(0, "", "headline must not be blank"));
    }

    @Test
    void tellsEachArticleOfAListThatIsAnsweredLikeLines() {
        push("{}\n{}", "application/json; as=list");

        assertThat(results).extracting(Pusher.Result::line).containsExactly(1L, 2L);
    }

    @Test
    void bringsItsTokenAndEndsWhereThatIsNotRight() {
        refusals.add(401);

        assertThatThrownBy(() -> push("{}", "application/json")).isInstanceOf(Failure.class);
        assertThat(authorization).isEqualTo("Bearer a-token");
    }

    private void push(String body, String mediaType) {
        push(body, mediaType, 0);
    }

    private void push(String body, String mediaType, long done) {
        try {
            pusher.push(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), mediaType, "", done);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        bodies.add(body);
        authorization = exchange.getRequestHeaders().getFirst("authorization");
        boolean lines = exchange.getRequestHeaders().getFirst("content-type").equals(PushFile.LINES);
        if (exchange.getRequestHeaders().getFirst("content-type").endsWith("as=list")) {
            lines = true;
            exchange.getResponseHeaders().set("content-type", PushFile.LINES);
        }
        Integer refusal = refusals.poll();
        if (refusal != null) {
            exchange.getResponseHeaders().set("retry-after", "0");
        }
        byte[] answer = (lines ? answers(body) : refusal == null ? "{\"articleId\":\"id-1\"}" : PROBLEM)
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(refusal == null ? 200 : refusal, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static final String PROBLEM = "{\"detail\":\"headline must not be blank\"}";

    private String answers(String body) {
        StringBuilder answers = new StringBuilder();
        String[] lines = body.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                answers.append("{\"line\":").append(i + 1).append(",\"status\":\"").append(answerTo).append("\",")
                        .append(answerTo.equals("accepted") ? "\"articleId\":\"id\"" : "\"problem\":" + PROBLEM)
                        .append("}\n");
            }
        }
        return answers.toString();
    }
}
