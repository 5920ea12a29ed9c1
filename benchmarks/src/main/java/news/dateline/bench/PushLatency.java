package news.dateline.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Milliseconds from push to committed row, at a steady pace of single articles.
 *
 * <p>The clock starts when an article is due, not when it could be sent, so that a stall counts for everyone who waits in
 * it. A row counts when another connection sees it; that looks every 2 ms.
 */
final class PushLatency {
    private static final long LOOK_NANOS = 2_000_000;

    private PushLatency() {
    }

    /** Every article's milliseconds, in ascending order. */
    static List<Double> millis(DatelineUp pipeline, List<PushedArticle> articles, int perSecond)
            throws InterruptedException {
        Map<String, Long> due = new ConcurrentHashMap<>();
        try (ExecutorService watcher = Executors.newSingleThreadExecutor();
                PushClient client = new PushClient(pipeline.ingestPort());
                Rows rows = new Rows(pipeline.databaseUrl())) {
            Future<List<Double>> seen = watcher.submit(() -> watch(rows, due, articles.size()));
            List<CompletableFuture<Void>> answers = push(client, articles, due, perSecond);
            CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
            return seen.get().stream().sorted().toList();
        } catch (ExecutionException | CompletionException e) {
            throw new BenchmarkFailed(e.getCause().getMessage(), e);
        }
    }

    /** The value that so many of a hundred do not exceed. */
    static double percentile(List<Double> ascending, double percent) {
        return ascending.get((int) Math.ceil(percent / 100 * ascending.size()) - 1);
    }

    private static List<CompletableFuture<Void>> push(PushClient client, List<PushedArticle> articles,
            Map<String, Long> due, int perSecond) {
        List<CompletableFuture<Void>> answers = new ArrayList<>();
        long begun = System.nanoTime();
        for (int i = 0; i < articles.size(); i++) {
            long time = begun + i * 1_000_000_000L / perSecond;
            while (System.nanoTime() < time && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(time - System.nanoTime());
            }
            due.put(articles.get(i).raw().articleId(), time);
            answers.add(client.push(articles.get(i).push()));
        }
        return answers;
    }

    private static List<Double> watch(Rows rows, Map<String, Long> due, int articles) {
        List<Double> millis = new ArrayList<>();
        long deadline = System.nanoTime() + Waiting.MOST.toNanos();
        while (millis.size() < articles) {
            if (System.nanoTime() > deadline) {
                throw new BenchmarkFailed("only " + millis.size() + " of " + articles + " articles became rows");
            }
            Set<String> pending = new HashSet<>(due.keySet());
            List<String> stored = pending.isEmpty() ? List.of() : rows.stored(pending);
            long now = System.nanoTime();
            stored.forEach(id -> millis.add((now - due.remove(id)) / 1e6));
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return millis;
    }
}
