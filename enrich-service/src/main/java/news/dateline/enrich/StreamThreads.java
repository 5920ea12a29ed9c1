package news.dateline.enrich;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import news.dateline.chassis.Health;
import news.dateline.chassis.KafkaFailure;
import news.dateline.chassis.Trouble;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a stream thread that has ended, after a pause, and tells what ended it for as long as that is news: where a thread is
 * replaced again and again, health says why.
 */
final class StreamThreads implements StreamsUncaughtExceptionHandler, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamThreads.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration TOLD = Duration.ofSeconds(20);

    private final Trouble trouble;
    private final CountDownLatch stopping = new CountDownLatch(1);

    StreamThreads(InstantSource clock) {
        trouble = new Trouble(TOLD, clock);
    }

    Health health() {
        return trouble.health();
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable failure) {
        String why = KafkaFailure.inWords(failure);
        // Kafka that is away is told by health, once; anything else may be a defect and keeps its stack trace.
        if (!KafkaFailure.isTransient(failure)) {
            LOG.atError().setCause(failure).log("stream thread replaced");
        }
        trouble.happened("a stream thread that ended, to be replaced: " + why);
        try {
            if (stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.atDebug().log("stopped while a stream thread was to be replaced");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    /** Ends every pause. */
    @Override
    public void close() {
        stopping.countDown();
    }
}
