package news.dateline.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import news.dateline.chassis.Health;
import news.dateline.chassis.HttpEndpoint;
import news.dateline.ingest.KafkaStandIn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real endpoint with the push route, and a client to knock at it. */
final class Door implements AutoCloseable {
    static final int UNPACKED_MOST = 8 * 1024 * 1024;
    private static final Duration WAIT_MOST = Duration.ofSeconds(1);

    final KafkaStandIn kafka;
    private final HttpEndpoint endpoint;
    private final HttpClient client = HttpClient.newHttpClient();

    Door(KafkaStandIn kafka) {
        this(kafka, 8);
    }

    Door(KafkaStandIn kafka, int pushes) {
        this(kafka, pushes, PushTokens.NONE);
    }

    Door(KafkaStandIn kafka, int pushes, PushTokens tokens) {
        this(kafka, pushes, tokens, ClientLimits.STANDARD, WAIT_MOST);
    }

    Door(KafkaStandIn kafka, int pushes, PushTokens tokens, ClientLimits client, Duration waitMost) {
        this.kafka = kafka;
        PushRoute route = new PushRoute(kafka.intake, kafka.count,
                new PushLimits(pushes, client, waitMost, 128L * 1024 * 1024, UNPACKED_MOST), tokens);
        endpoint = HttpEndpoint.start("127.0.0.1", 0, kafka.metrics, () -> Health.UP, route::addTo);
    }

    int port() {
        return endpoint.port();
    }

    HttpResponse<String> push(String type, String body) throws IOException, InterruptedException {
        return push(type, BodyPublishers.ofString(body), "");
    }

    HttpResponse<String> push(String type, BodyPublisher body, String query) throws IOException, InterruptedException {
        return push(Optional.of(type), body, query);
    }

    HttpResponse<String> push(Optional<String> type, BodyPublisher body, String query)
            throws IOException, InterruptedException {
        return client.send(request(type, body, query), BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> pushLater(String type, String body) {
        return client.sendAsync(request(Optional.of(type), BodyPublishers.ofString(body), ""), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path)).build(),
                BodyHandlers.ofString());
    }

    /** With further headers, name and value in turn. */
    HttpResponse<String> send(String method, BodyPublisher body, String... headers)
            throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + PushRoute.PATH))
                .method(method, body).headers(headers).build(), BodyHandlers.ofString());
    }

    private HttpRequest request(Optional<String> type, BodyPublisher body, String query) {
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + port() + PushRoute.PATH + query)).POST(body);
        type.ifPresent(value -> request.header("content-type", value));
        return request.build();
    }

    /** Waits until the producer has been given so many records that it has not yet acknowledged or failed. */
    void awaitSent(int records) {
        await(() -> kafka.producer.history().size() >= records);
    }

    void acknowledge(int records) {
        for (int i = 0; i < records; i++) {
            await(kafka.producer::completeNext);
        }
    }

    void fail(int records, RuntimeException why) {
        for (int i = 0; i < records; i++) {
            await(() -> kafka.producer.errorNext(why));
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    static List<JsonNode> lines(String text) {
        return text.lines().map(Door::json).toList();
    }

    @Override
    public void close() {
        client.close();
        endpoint.close();
    }
}
