package news.dateline.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import news.dateline.chassis.Health;
import news.dateline.chassis.HttpEndpoint;
import news.dateline.chassis.Metrics;
import news.dateline.chassis.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {
    private static final String TOKEN = "sesame-sesame-sesame";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T03:00:00Z"));
    private final Metrics metrics = new Metrics("test");
    private HttpEndpoint endpoint;

    @AfterEach
    void close() {
        endpoint.close();
        metrics.close();
    }

    private void start(String tokens) {
        endpoint = HttpEndpoint.start("127.0.0.1", 0, metrics, () -> Health.UP, routes -> {
            InstantSource clock = now::get;
            Access access = new Access(Tokens.of(tokens).orElseThrow(), clock);
            new Page(access).addTo(routes);
            access.addTo(routes);
            routes.get("/v1/secret", context -> context.result("told"));
            routes.post("/v1/act", context -> context.result("acted"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:8400", "127.0.0.1:8400", "[::1]:8400", "LocalHost"})
    void withoutTokensThisMachineIsLetInByItsOwnNames(String host) {
        start("");

        assertThat(ask("GET /v1/secret", "Host: " + host)).startsWith("HTTP/1.1 200").endsWith("told");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:8400", "127.0.0.1.evil.example", "localhost.evil.example"})
    void withoutTokensNoOtherNameIsAnswered(String host) {
        start("");

        assertThat(ask("GET /v1/secret", "Host: " + host)).startsWith("HTTP/1.1 403");
        assertThat(ask("GET /", "Host: " + host)).startsWith("HTTP/1.1 403");
    }

    @Test
    void withTokensOnlyWhoKnowsOneIsToldAnything() {
        start(TOKEN);

        assertThat(ask("GET /v1/secret", "Host: ops.example")).startsWith("HTTP/1.1 401")
                .containsIgnoringCase("www-authenticate: Bearer");
        assertThat(ask("GET /v1/secret", "Host: ops.example", "Authorization: Bearer wrong-wrong-wrong-wrong"))
                .startsWith("HTTP/1.1 401");
        assertThat(ask("GET /v1/secret", "Host: ops.example", "Authorization: Bearer " + TOKEN)).endsWith("told");
        assertThat(ask("GET /", "Host: ops.example")).startsWith("HTTP/1.1 302").contains("/login");
        assertThat(ask("GET /login", "Host: ops.example")).startsWith("HTTP/1.1 200");
        assertThat(ask("GET /health/live", "Host: ops.example")).startsWith("HTTP/1.1 200");
    }

    @Test
    void aTokenGivesASessionThatEndsByItself() {
        start(TOKEN);
        String session = session(ask("POST /login", "Host: ops.example", "Origin: https://ops.example",
                "Content-Type: application/x-www-form-urlencoded", "token=" + TOKEN));

        assertThat(ask("GET /v1/secret", "Host: ops.example", "Cookie: " + session)).endsWith("told");
        assertThat(ask("GET /v1/secret", "Host: ops.example", "Cookie: " + session.replace("=1", "=2")))
                .startsWith("HTTP/1.1 401");
        now.set(now.get().plus(Duration.ofHours(13)));
        assertThat(ask("GET /v1/secret", "Host: ops.example", "Cookie: " + session)).startsWith("HTTP/1.1 401");
    }

    @Test
    void aWrongTokenGivesNoSession() {
        start(TOKEN);

        assertThat(ask("POST /login", "Host: ops.example", "Content-Type: application/x-www-form-urlencoded",
                "token=wrong-wrong-wrong-wrong")).contains("/login?wrong").doesNotContainIgnoringCase("set-cookie");
    }

    @Test
    void actsAreTakenFromThePageAloneOrFromAProgramThatSaysSo() {
        start("");
        String host = "Host: localhost:8400";

        assertThat(ask("POST /v1/act", host, "x-dateline-act: 1", "Origin: http://localhost:8400")).endsWith("acted");
        assertThat(ask("POST /v1/act", host, "x-dateline-act: 1")).endsWith("acted");
        assertThat(ask("POST /v1/act", host)).startsWith("HTTP/1.1 403");
        for (String elsewhere : List.of("Origin: https://evil.example", "Origin: null", "Origin: http://localhost:8401",
                "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site")) {
            assertThat(ask("POST /v1/act", host, "x-dateline-act: 1", elsewhere)).as(elsewhere)
                    .startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void thePageRunsUnderAStrictPolicyInNoFrame() {
        start("");

        assertThat(ask("GET /", "Host: localhost")).contains("Content-Security-Policy: default-src 'none'",
                "frame-ancestors 'none'", "X-Frame-Options: DENY", "X-Content-Type-Options: nosniff")
                .doesNotContain("unsafe-inline");
    }

    private static String session(String answer) {
        return answer.lines().filter(line -> line.regionMatches(true, 0, "Set-Cookie: ", 0, 12)).findFirst()
                .orElseThrow()
                .substring(12).split(";", 2)[0];
    }

    /** The whole answer; by a socket, since Java's own client does not let a test choose the host. */
    private String ask(String request, String... headers) {
        List<String> lines = List.of(headers);
        String body = lines.getLast().startsWith("token=") ? lines.getLast() : "";
        String head = String.join("\r\n", body.isEmpty() ? lines : lines.subList(0, lines.size() - 1));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), endpoint.port())) {
            socket.getOutputStream()
                    .write((request + " HTTP/1.1\r\n" + head + "\r\nConnection: close\r\nContent-Length: "
                            + body.length() + "\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8));
            BufferedReader answer = new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            return String.join("\n", answer.lines().toList());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
