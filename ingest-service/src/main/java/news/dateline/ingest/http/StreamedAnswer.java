package news.dateline.ingest.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import news.dateline.chassis.Problem;
import news.dateline.ingest.publish.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The result lines of one streamed push: those under way, bounded in number and size, and those answered, in order.
 *
 * <p>The status is sent with the first result. Where that is that Kafka does not answer, it is a 503 for the whole;
 * later, an unavailable line is the last one.
 */
final class StreamedAnswer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamedAnswer.class);
    private static final String MEDIA_TYPE = "application/x-ndjson";
    /** Of 2 KiB each: at most so many lines, and 8 MiB of them, wait for Kafka at a time; fewer leave its batches half empty. */
    private static final int SHARES = 4_096;
    private static final int SHARE_BYTES = 2 * 1024;
    /** So many bytes of results are handed on at the latest. */
    private static final int RESULT_BYTES = 16 * 1024;
    /** Lines count from 1. */
    private static final UnderWay END = new UnderWay(0, 0, CompletableFuture.completedFuture(null));

    private final Context context;
    private final PushLimits limits;
    private final Semaphore window = new Semaphore(SHARES);
    private final BlockingQueue<UnderWay> underWay = new LinkedBlockingQueue<>();
    private final AnswerSpool spool = new AnswerSpool();
    /** Known and not handed on yet, since each time wakes those who wait to write and to read on. */
    private final ByteArrayOutputStream results = new ByteArrayOutputStream();
    private int freed;
    private final CompletableFuture<Void> settling;
    private CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);
    private volatile int slowFrom;
    private boolean begun;
    private volatile boolean stopped;

    private record UnderWay(int line, int shares, CompletableFuture<Outcome> taken) {
        boolean isEnd() {
            return line == END.line;
        }
    }

    StreamedAnswer(Context context, PushLimits limits) {
        this.context = context;
        this.limits = limits;
        this.settling = CompletableFuture.runAsync(this::settle, Thread::startVirtualThread);
    }

    /** Waits until a line of that size may be under way; false when no more lines are taken. */
    boolean waitForRoom(int bytes) throws InterruptedException {
        window.acquire(shares(bytes));
        return !stopped;
    }

    void add(int line, int bytes, CompletableFuture<Outcome> taken) {
        underWay.add(new UnderWay(line, shares(bytes), taken));
    }

    /** The last of the results: lines from here on were not waited for any longer. */
    void endBefore(int line) {
        slowFrom = line;
    }

    /**
     * Returns when every line has its result and the pusher has them all, or has gone.
     *
     * @param settled is run as soon as they have their results
     */
    void finish(Runnable settled) {
        underWay.add(END);
        settling.join();
        settled.run();
        writing.join();
    }

    private static int shares(int bytes) {
        return Math.min(SHARES, 1 + bytes / SHARE_BYTES);
    }

    private void settle() {
        try {
            boolean ended = false;
            while (!ended && !stopped) {
                UnderWay next = next();
                ended = next.isEnd();
                if (!ended) {
                    Outcome outcome = SinglePush.await(next.taken(), limits);
                    freed += next.shares();
                    answer(next.line(), outcome);
                }
            }
            if (slowFrom > 0 && !stopped) {
                answerSlow();
            }
            handOn();
            begin(200, MEDIA_TYPE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            stop();
            spool.end();
        }
    }

    /** The next line; where its outcome is to be waited for, what is known by now is handed on before. */
    private UnderWay next() throws InterruptedException {
        UnderWay next = underWay.poll();
        if (next == null || !next.taken().isDone() || results.size() > RESULT_BYTES) {
            handOn();
        }
        return next == null ? underWay.take() : next;
    }

    private void handOn() {
        if (results.size() > 0) {
            spool.add(results.toByteArray());
            results.reset();
        }
        window.release(freed);
        freed = 0;
    }

    private void answerSlow() {
        if (begun) {
            ResultLine.unavailable(slowFrom, PushProblems.slowFrom(slowFrom)).addTo(results);
        } else {
            begin(408, Problem.MEDIA_TYPE);
            spool.add(PushProblems.slow().json());
        }
    }

    private void answer(int line, Outcome outcome) {
        if (outcome instanceof Outcome.Unavailable) {
            PushBody.kept(context).ifPresent(AnswerCopy::isForNow);
        }
        if (outcome instanceof Outcome.Unavailable && !begun) {
            context.header(PushProblems.RETRY_AFTER, PushProblems.RETRY_SECONDS);
            begin(503, Problem.MEDIA_TYPE);
            spool.add(PushProblems.unavailableFrom(line).json());
            stop();
            return;
        }
        begin(200, MEDIA_TYPE);
        switch (outcome) {
            case Outcome.Accepted(String articleId) -> ResultLine.addAccepted(line, articleId, results);
            case Outcome.Rejected rejected -> ResultLine.rejected(line, PushProblems.refused(rejected.why()))
                    .addTo(results);
            case Outcome.Unavailable unavailable -> {
                ResultLine.unavailable(line, PushProblems.unavailableFrom(line)).addTo(results);
                stop();
            }
        }
    }

    private void begin(int status, String mediaType) {
        if (!begun) {
            begun = true;
            context.status(status).contentType(mediaType);
            writing = CompletableFuture.runAsync(this::write, Thread::startVirtualThread);
        }
    }

    private void write() {
        // Not the context's own stream, whose flush sends nothing. Closing it ends the answer while a body is still sent.
        try (OutputStream answer = context.res().getOutputStream()) {
            OutputStream out = PushBody.kept(context).map(copy -> copy.writing(answer)).orElse(answer);
            spool.writeTo(out);
        } catch (IOException e) {
            LOG.atInfo().addKeyValue("cause", e.getClass().getSimpleName()).log("pusher left before its results");
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes no more lines, and lets go whoever waits to add one. */
    private void stop() {
        stopped = true;
        window.release(SHARES);
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }
}
