package news.dateline.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import news.dateline.ingest.format.MediaType;

/** One client of the push API. */
final class PushClient implements AutoCloseable {
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3)).build();
    private final URI articles;

    PushClient(int port) {
        articles = URI.create("http://127.0.0.1:" + port + "/v1/articles");
    }

    /** Pushes lines, and fails unless every one of them was taken. */
    void pushLines(byte[] lines) throws InterruptedException {
        try {
            check(client.send(request(MediaType.LINES, HttpRequest.BodyPublishers.ofByteArray(lines)),
                    HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new BenchmarkFailed("push failed: " + e.getMessage(), e);
        }
    }

    /** Pushes an article without waiting for the answer. */
    CompletableFuture<Void> push(String article) {
        return client.sendAsync(json(article), HttpResponse.BodyHandlers.ofString())
                .thenAccept(PushClient::check);
    }

    /** True when it was taken; false when nobody answers, or the answer is to come again. */
    boolean tryPush(String article) throws InterruptedException {
        try {
            HttpResponse<String> response = client.send(json(article),
                    HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() == 503) {
                return false;
            }
            check(response);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private HttpRequest json(String article) {
        return request(MediaType.JSON, HttpRequest.BodyPublishers.ofString(article));
    }

    private HttpRequest request(MediaType type, HttpRequest.BodyPublisher body) {
        return HttpRequest.newBuilder(articles).timeout(Duration.ofMinutes(2)).header("content-type", type.toString())
                .POST(body).build();
    }

    private static void check(HttpResponse<String> response) {
        // Problems stand in the answer's lines; in "problem", as the answer to a refused article has it too.
        if (response.statusCode() / 100 != 2 || response.body().contains("\"problem\"")) {
            throw new BenchmarkFailed("push was answered with HTTP " + response.statusCode());
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
