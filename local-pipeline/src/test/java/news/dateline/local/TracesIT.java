package news.dateline.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import news.dateline.contract.ContractJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A push's trace goes to the row, and every service's spans to whoever receives them. */
class TracesIT {
    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PUSHERS_SPAN = "00f067aa0ba902b7";

    @TempDir
    private Path folder;

    @Test
    void everyStepOfAnArticleIsASpanOfThePushersTrace() throws Exception {
        List<String> sent = new CopyOnWriteArrayList<>();
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/v1/traces", exchange -> {
            sent.add(new String(exchange.getRequestBody().readAllBytes(), ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        receiver.start();
        Map<String, String> settings = Map.of("OTEL_EXPORTER_OTLP_ENDPOINT",
                "http://127.0.0.1:" + receiver.getAddress().getPort());
        try (LocalPipeline pipeline = LocalPipeline.start(folder, Ports.ANY_FREE, settings, step -> {
        }); HttpClient client = HttpClient.newHttpClient()) {
            String answer = send(client, HttpRequest
                    .newBuilder(uri(pipeline.ingest().port(), ""))
                    .header("traceparent", "00-" + TRACE_ID + "-" + PUSHERS_SPAN + "-01")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"headline\": \"Tides by the hour\"}")).build());
            String id = ContractJson.mapper().readTree(answer).path("articleId").asString();

            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                String row = send(client, HttpRequest.newBuilder(uri(pipeline.sink().port(), "/" + id)).build());
                assertThat(ContractJson.mapper().readTree(row).path("traceId").asString()).isEqualTo(TRACE_ID);
                assertThat(of("ingest", sent)).contains("accept", "news.articles.raw", "accepted", id,
                        bytes(PUSHERS_SPAN));
                assertThat(of("enrich", sent)).contains("label", "passed-on", "drop-superseded", "enriched", id);
                assertThat(of("sink", sent)).contains("store", "news.articles.enriched", "stored", id);
            });
        } finally {
            receiver.stop(0);
        }
    }

    /** What a service sent in this trace: protocol buffers, in which texts and ids stand as they are. */
    private static String of(String service, List<String> sent) {
        return String.join("", sent.stream()
                .filter(body -> body.contains("dateline-" + service) && body.contains(bytes(TRACE_ID))).toList());
    }

    private static String bytes(String hex) {
        return new String(HexFormat.of().parseHex(hex), ISO_8859_1);
    }

    private static URI uri(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + "/v1/articles" + path);
    }

    private static String send(HttpClient client, HttpRequest request) throws Exception {
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}
