package news.dateline.chassis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.http.BadRequestResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HttpEndpointTest {
    private static final String LOCAL = "127.0.0.1";
    private static final AtomicReference<Health> HEALTH = new AtomicReference<>(Health.UP);
    private static final Metrics METRICS = new Metrics("press");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static HttpEndpoint endpoint;

    @BeforeAll
    static void start() {
        endpoint = HttpEndpoint.start(LOCAL, 0, METRICS, HEALTH::get, routes -> {
            routes.get("/refused", context -> {
                throw new Problem(422, "invalid-field", "A field breaks a rule", "must be 0 or more",
                        Optional.of("revision"), Optional.of(3)).refusal();
            });
            routes.get("/broken", context -> {
                throw new IllegalStateException("password=sesame");
            });
            routes.get("/checked", context -> {
                throw new IOException("password=sesame");
            });
            routes.get("/overflow", context -> {
                throw new StackOverflowError("password=sesame");
            });
            routes.get("/bad-request", context -> {
                throw new BadRequestResponse("limit must be a number");
            });
            routes.get("/works", context -> context.result("works"));
        });
    }

    @AfterAll
    static void stop() {
        endpoint.close();
        METRICS.close();
        CLIENT.close();
    }

    @Test
    void isLiveAndReadyWhileUp() throws Exception {
        HEALTH.set(Health.UP);

        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").body()).isEqualTo("{\"status\":\"up\",\"detail\":\"\"}");
    }

    @Test
    void isLiveButNotReadyWhileWaiting() throws Exception {
        HEALTH.set(new Health.Waiting("the broker is away"));

        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(get("/health/ready").body()).contains("\"status\":\"waiting\"", "the broker is away");
    }

    @Test
    void isNeitherLiveNorReadyOnceFailed() throws Exception {
        HEALTH.set(new Health.Failed("the loop has ended"));

        assertThat(get("/health/live").statusCode()).isEqualTo(503);
        assertThat(get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(get("/health/live").body()).contains("\"status\":\"failed\"", "the loop has ended");
    }

    @Test
    void givesMetricsAsPrometheusText() throws Exception {
        METRICS.received(2);

        HttpResponse<String> answer = get("/metrics");

        assertThat(answer.headers().firstValue("content-type")).hasValueSatisfying(
                type -> assertThat(type).startsWith("text/plain").contains("version=0.0.4"));
        assertThat(answer.body()).contains("dateline_received_total{service=\"press\"} 2.0");
    }

    @Test
    void answersARefusalWithItsProblem() throws Exception {
        JsonNode problem = problem(get("/refused"), 422);

        assertThat(problem.get("type").asString()).isEqualTo("https://dateline.news/problems/invalid-field");
        assertThat(problem.get("field").asString()).isEqualTo("revision");
        assertThat(problem.get("line").asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/broken", "/checked", "/overflow"})
    void answersAnUnexpectedFailureWithoutTellingItsInside(String path) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(problem(answer, 500).get("type").asString()).endsWith("/internal");
        assertThat(answer.body()).doesNotContain("sesame", "Exception", "Error\"", "at news.dateline");
        assertThat(get("/works").body()).isEqualTo("works");
    }

    @Test
    void answersWhatTheServerItselfRefusesWithAProblem() throws Exception {
        assertThat(problem(get("/nowhere"), 404).get("status").asInt()).isEqualTo(404);
        assertThat(problem(get("/bad-request"), 400).get("detail").asString()).isEqualTo("limit must be a number");
        HttpRequest delete = HttpRequest.newBuilder(uri("/works")).DELETE().build();
        assertThat(CLIENT.send(delete, HttpResponse.BodyHandlers.ofString()).statusCode()).isIn(404, 405);
    }

    @Test
    void saysWhichPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> start(LOCAL, taken.getLocalPort())).isInstanceOf(IllegalStateException.class)
                    .hasMessage("port " + taken.getLocalPort() + " on 127.0.0.1 is taken");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "no-such-host.invalid"})
    void saysThatAnAddressIsNotThisMachines(String host) {
        assertThatThrownBy(() -> start(host, 0)).isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("port 0 on " + host + " can't be bound: ");
    }

    @Test
    void freesItsPortWhenClosed() throws Exception {
        int port;
        try (HttpEndpoint first = start(LOCAL, 0)) {
            port = first.port();
        }
        try (HttpEndpoint second = start(LOCAL, port)) {
            assertThat(second.port()).isEqualTo(port);
        }
    }

    private static HttpEndpoint start(String host, int port) {
        return HttpEndpoint.start(host, port, METRICS, HEALTH::get, routes -> {
        });
    }

    private static JsonNode problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).hasValue(Problem.MEDIA_TYPE);
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.propertyNames()).contains("type", "title", "detail");
        return problem;
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static URI uri(String path) {
        return URI.create("http://" + LOCAL + ":" + endpoint.port() + path);
    }
}
