package news.dateline.chassis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TracesTest {
    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00-" + TRACE_ID + "-00f067aa0ba902b7-01";

    /** Bodies of what was sent: protocol buffers, in which texts and ids stand as they are. */
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private HttpServer receiver;

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/v1/traces", exchange -> {
            tokens.add(exchange.getRequestHeaders().getFirst("authorization"));
            sent.add(new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
    }

    private Traces traces(double share) {
        URI endpoint = URI.create("http://127.0.0.1:" + receiver.getAddress().getPort());
        return Traces.of("press", new TraceTarget(Optional.of(endpoint), Map.of("authorization", "Bearer b"), share));
    }

    @Test
    void sendsAStepWithItsPlaceAndOutcomeInTheTraceThatCame() {
        Traces.Step step;
        try (Traces traces = traces(1)) {
            step = traces.begin("fold", Optional.of(PARENT)).at("papers", 2, 300).with("id", "p-7");
            step.end("rejected", "torn");
        }

        assertThat(sent).singleElement().asString().contains("dateline-press", "fold", "papers", "p-7", "rejected",
                "torn", bytes(TRACE_ID), bytes("00f067aa0ba902b7"));
        assertThat(tokens).containsExactly("Bearer b");
        assertThat(step.traceparent()).startsWith("00-" + TRACE_ID).endsWith("-01").isNotEqualTo(PARENT);
    }

    @Test
    void nextStepIsAChildOfTheOneBefore() {
        try (Traces traces = traces(1)) {
            Traces.Step first = traces.begin("fold", Optional.empty());
            first.end("folded", "");
            Traces.Step second = traces.begin("bind", Optional.of(first.traceparent()));
            second.end("bound", "");

            assertThat(second.traceparent().substring(0, 35)).isEqualTo(first.traceparent().substring(0, 35));
        }
        assertThat(String.join("", sent)).contains("fold", "bind");
    }

    @Test
    void sendsNothingOfATraceThatItsOriginatorDoesNotKeep() {
        try (Traces traces = traces(1)) {
            Traces.Step step = traces.begin("fold", Optional.of("00-" + TRACE_ID + "-00f067aa0ba902b7-00"));
            step.end("folded", "");
            assertThat(step.traceparent()).startsWith("00-" + TRACE_ID).endsWith("-00");
        }
        try (Traces none = traces(0)) {
            none.begin("fold", Optional.empty()).end("folded", "");
        }
        assertThat(sent).isEmpty();
    }

    @Test
    void withoutATargetATraceGoesOnAsItCameOrBegins() {
        try (Traces off = Traces.of("press", TraceTarget.NONE)) {
            assertThat(off.areSent()).isFalse();
            assertThat(off.begin("fold", Optional.of(PARENT)).traceparent()).isEqualTo(PARENT);
            assertThat(off.begin("fold", Optional.empty()).traceparent())
                    .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        }
    }

    @Test
    @Timeout(30)
    void neitherAReceiverThatIsAwayNorOneThatIsSlowKeepsAnybodyWaiting() {
        receiver.stop(0);
        Traces traces = traces(1);
        for (int i = 0; i < 50_000; i++) {
            traces.begin("fold", Optional.empty()).end("folded", "");
        }
        await().atMost(Duration.ofSeconds(10)).untilAsserted(traces::close);
    }

    private static String bytes(String hex) {
        return new String(HexFormat.of().parseHex(hex), ISO_8859_1);
    }
}
