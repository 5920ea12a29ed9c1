package news.dateline.ingest.http;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import news.dateline.chassis.Problem;
import news.dateline.contract.registry.FeedTopics;
import org.apache.kafka.common.KafkaException;

/** The registry as it is when it is asked for: those who ask while it is being read share the next reading. */
public final class RegistryReading {
    private final Supplier<FeedTopics> read;
    private final AtomicLong begun = new AtomicLong();
    /** No longer than somebody uses it: it may be large. */
    private WeakReference<FeedTopics> last = new WeakReference<>(null);

    public RegistryReading(Supplier<FeedTopics> read) {
        this.read = read;
    }

    FeedTopics now() {
        long before = begun.get();
        synchronized (this) {
            FeedTopics shared = begun.get() == before ? null : last.get();
            if (shared == null) {
                begun.incrementAndGet();
                shared = read();
                last = new WeakReference<>(shared);
            }
            return shared;
        }
    }

    private FeedTopics read() {
        try {
            return read.get();
        } catch (KafkaException e) {
            throw unavailable();
        }
    }

    static Problem.Refusal unavailable() {
        return Problem.of(503, "unavailable", "Kafka does not answer", "Nothing is changed: come again").refusal();
    }
}
