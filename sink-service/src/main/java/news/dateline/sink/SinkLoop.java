package news.dateline.sink;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import news.dateline.chassis.Health;
import news.dateline.chassis.Metrics;
import news.dateline.sink.store.ArticleStore;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** Poll, write, commit: an offset is committed only after its article is kept, or its dead letter is. */
final class SinkLoop {
    private final RecordSource source;
    private final ArticleStore store;
    private final DeadLetters deadLetters;
    private final Metrics metrics;
    private final Deliveries deliveries;
    private final Patience patience;
    private final Consumer<Health> report;

    SinkLoop(RecordSource source, ArticleStore store, DeadLetters deadLetters, Metrics metrics,
            Deliveries deliveries, Patience patience, Consumer<Health> report) {
        this.source = source;
        this.store = store;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.deliveries = deliveries;
        this.patience = patience;
        this.report = report;
    }

    /** Runs until the source is stopped. */
    void run() {
        while (!source.isStopped()) {
            ConsumerRecords<String, byte[]> records = source.poll();
            metrics.received(records.count());
            if (write(records)) {
                source.commit(records);
                report.accept(source.health());
            }
        }
    }

    /** True when every record is dealt with for good; false when stopped before. */
    private boolean write(ConsumerRecords<String, byte[]> records) {
        List<Reading> readings = StreamSupport.stream(records.spliterator(), false).map(Reading::of).toList();
        // An empty batch is written as well, or a sink without news would not notice that its store is away.
        Supplier<List<Settled>> batch = () -> Settled.by(store, owned(readings));
        Optional<List<Settled>> settled = patience
                .untilDone(readings.isEmpty() ? batch : () -> deliveries.timed(batch), source::hold)
                .filter(this::keepRejected);
        settled.ifPresent(all -> count(all, readings.size()));
        return settled.isPresent();
    }

    private void count(List<Settled> settled, int read) {
        settled.forEach(one -> {
            metrics.outcome(one.outcome(), one.reason());
            deliveries.tell(one);
        });
        for (int dropped = settled.size(); dropped < read; dropped++) {
            metrics.outcome("dropped", "partition-moved");
        }
        if (settled.size() < read) {
            deliveries.tellDropped(read - settled.size());
        }
    }

    /**
     * Leaves out what another instance has been given meanwhile: written late, an article that it took down since would
     * be back.
     */
    private List<Reading> owned(List<Reading> readings) {
        return readings.stream().filter(reading -> source.owns(reading.origin())).toList();
    }

    private boolean keepRejected(List<Settled> settled) {
        Deque<Settled> rejected = new ArrayDeque<>(
                settled.stream().filter(one -> one.cause().isPresent()).toList());
        return patience.untilDone(() -> {
            while (!rejected.isEmpty()) {
                deadLetters.keep(rejected.getFirst().origin(), rejected.getFirst().cause().orElseThrow());
                rejected.removeFirst();
            }
            return true;
        }, source::hold).isPresent();
    }
}
