package news.dateline.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** Articles a second from HTTP push to committed row: NDJSON in parts, over two connections. */
final class PushToRow {
    private static final int PART = 300;
    private static final int CONNECTIONS = 2;

    private PushToRow() {
    }

    /** The rate from the first push to the last row. */
    static Rate measure(int ingestPort, Rows rows, List<PushedArticle> articles) throws InterruptedException {
        long before = rows.count();
        Queue<byte[]> parts = parts(articles);
        try (ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS)) {
            long begun = System.nanoTime();
            List<Future<?>> pushes = new ArrayList<>();
            for (int client = 0; client < CONNECTIONS; client++) {
                pushes.add(clients.submit(pushAll(ingestPort, parts)));
            }
            for (Future<?> push : pushes) {
                push.get();
            }
            Waiting.until("every row", Duration.ofMillis(20), () -> rows.count() - before >= articles.size());
            return Rate.since(begun, articles.size());
        } catch (ExecutionException e) {
            throw new BenchmarkFailed(e.getCause().getMessage(), e);
        }
    }

    private static Callable<Void> pushAll(int ingestPort, Queue<byte[]> parts) {
        return () -> {
            try (PushClient client = new PushClient(ingestPort)) {
                for (byte[] part = parts.poll(); part != null; part = parts.poll()) {
                    client.pushLines(part);
                }
            }
            return null;
        };
    }

    private static Queue<byte[]> parts(List<PushedArticle> articles) {
        Queue<byte[]> parts = new ConcurrentLinkedQueue<>();
        for (int from = 0; from < articles.size(); from += PART) {
            parts.add(articles.subList(from, Math.min(from + PART, articles.size())).stream()
                    .map(article -> article.push() + "\n").collect(Collectors.joining())
                    .getBytes(StandardCharsets.UTF_8));
        }
        return parts;
    }
}
