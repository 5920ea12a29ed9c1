package news.dateline.local.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import news.dateline.contract.ContractJson;
import tools.jackson.databind.JsonNode;

/** A client of the services' HTTP APIs. */
final class Http implements AutoCloseable {
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

    /** The answer as JSON, whatever its status; empty while nobody answers. */
    Optional<JsonNode> get(int port, String path) {
        return send(HttpRequest.newBuilder(uri(port, path)).GET())
                .map(answer -> ContractJson.mapper().readTree(answer.body()));
    }

    /** The answer's text; fails when nobody answers. */
    String text(int port, String path) {
        return send(HttpRequest.newBuilder(uri(port, path)).GET()).orElseThrow().body();
    }

    /** Pushes an article and returns its id; empty when the answer is to come again, or there is none. */
    Optional<String> push(int port, String article) {
        Optional<HttpResponse<String>> answer = send(HttpRequest.newBuilder(uri(port, "/v1/articles"))
                .header("content-type", "application/json").POST(HttpRequest.BodyPublishers.ofString(article)));
        if (answer.isEmpty() || answer.get().statusCode() == 503) {
            return Optional.empty();
        }
        if (answer.get().statusCode() != 202) {
            throw new IllegalStateException("push was answered with HTTP " + answer.get().statusCode());
        }
        return Optional.of(ContractJson.mapper().readTree(answer.get().body()).path("articleId").asString());
    }

    private Optional<HttpResponse<String>> send(HttpRequest.Builder request) {
        try {
            return Optional.of(
                    client.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
    }

    private static URI uri(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    @Override
    public void close() {
        client.close();
    }
}
