package news.dateline.enrich;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import news.dateline.chassis.Health;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** How far the stores are that are read back from Kafka; until they are there, nothing is enriched. */
final class StoreRestore implements StateRestoreListener, KafkaStreams.StateListener {
    private static final Duration STANDS = Duration.ofSeconds(5);

    private final Map<TopicPartition, Left> remaining = new ConcurrentHashMap<>();
    private final InstantSource clock;
    private final Counter restored;

    /** Records that are yet to be read, and when the last ones were. */
    private record Left(long records, Instant moved) {}

    StoreRestore(MeterRegistry registry, InstantSource clock) {
        this.clock = clock;
        restored = Counter.builder("dateline.restored.records").description("Records of stores read back from Kafka")
                .register(registry);
        Gauge.builder("dateline.restore.remaining.records", this, StoreRestore::records)
                .description("Records of stores that are yet to be read back from Kafka").register(registry);
    }

    private long records() {
        return remaining.values().stream().mapToLong(Left::records).sum();
    }

    Health health() {
        return remaining.isEmpty()
                ? Health.UP
                : new Health.Waiting("stores: " + records() + " records to restore");
    }

    /** The changelogs of which nothing has been read for some seconds. */
    Set<TopicPartition> standing() {
        Instant since = clock.instant().minus(STANDS);
        return remaining.entrySet().stream().filter(entry -> entry.getValue().moved().isBefore(since))
                .map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    @Override
    public void onRestoreStart(TopicPartition partition, String store, long start, long end) {
        remaining.put(partition, new Left(Math.max(0, end - start), clock.instant()));
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long end, long records) {
        restored.increment((double) records);
        remaining.computeIfPresent(partition,
                (restoring, left) -> new Left(Math.max(0, left.records() - records), clock.instant()));
    }

    @Override
    public void onRestoreEnd(TopicPartition partition, String store, long total) {
        remaining.remove(partition);
    }

    @Override
    public void onRestoreSuspended(TopicPartition partition, String store, long total) {
        remaining.remove(partition);
    }

    /** A thread that ends while it restores says nothing of it, and its partitions may go on elsewhere; who runs restores none. */
    @Override
    public void onChange(State now, State before) {
        if (now == State.RUNNING) {
            remaining.clear();
        }
    }
}
