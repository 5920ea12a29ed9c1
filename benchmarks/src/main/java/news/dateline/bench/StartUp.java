package news.dateline.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import news.dateline.ingest.format.GivenFields;
import news.dateline.ingest.format.MediaType;
import news.dateline.ingest.format.PushFormat;
import news.dateline.ingest.format.Reading;

/** Seconds from the launch in an empty folder to the first article that the read API returns. */
final class StartUp {
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final String ARTICLE = """
            {"id":"first","url":"https://bench.example/first","source":{"name":"Bench Gazette"},
             "headline":"Harbour bridge opens to traffic after two years of repairs",
             "content":{"text":"The mayor cut the ribbon on Monday. The repairs cost the city twelve million."}}""";

    private StartUp() {
    }

    /** Pushes an article as soon as ingest takes one, and reads it back. */
    static double seconds(DatelineUp pipeline, long launched) throws InterruptedException {
        try (PushClient client = new PushClient(pipeline.ingestPort())) {
            long deadline = launched + Waiting.MOST.toNanos();
            while (!client.tryPush(ARTICLE)) {
                pipeline.checkAlive();
                if (System.nanoTime() > deadline) {
                    throw new BenchmarkFailed("ingest never took an article");
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
        URI article = URI.create("http://127.0.0.1:" + pipeline.readPort() + "/v1/articles/" + articleId());
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(article).timeout(Duration.ofSeconds(10)).build();
            Waiting.until("the first stored article", PAUSE, () -> isThere(client, request));
        }
        return (System.nanoTime() - launched) / 1e9;
    }

    private static String articleId() {
        return switch (PushFormat.read(MediaType.JSON, GivenFields.NONE,
                ARTICLE.getBytes(StandardCharsets.UTF_8), Instant.now())) {
            case Reading.Accepted accepted -> accepted.article().articleId();
            case Reading.Refused refused -> throw new BenchmarkFailed(refused.sentence());
        };
    }

    /** The read API answers later than ingest, and until then nobody does. */
    private static boolean isThere(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailed("interrupted", e);
        }
    }
}
