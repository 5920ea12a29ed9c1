package news.dateline.enrich;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import news.dateline.chassis.Health;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** How far the stores are that are read back from Kafka; until they are there, nothing is enriched. */
final class StoreRestore implements StateRestoreListener {
    private final Map<TopicPartition, Long> remaining = new ConcurrentHashMap<>();
    private final Counter restored;

    StoreRestore(MeterRegistry registry) {
        restored = Counter.builder("dateline.restored.records").description("Records of stores read back from Kafka")
                .register(registry);
        Gauge.builder("dateline.restore.remaining.records", this, StoreRestore::records)
                .description("Records of stores that are yet to be read back from Kafka").register(registry);
    }

    private long records() {
        return remaining.values().stream().mapToLong(Long::longValue).sum();
    }

    Health health() {
        return remaining.isEmpty()
                ? Health.UP
                : new Health.Waiting("stores: " + records() + " records to restore");
    }

    @Override
    public void onRestoreStart(TopicPartition partition, String store, long start, long end) {
        remaining.put(partition, Math.max(0, end - start));
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long end, long records) {
        restored.increment((double) records);
        remaining.computeIfPresent(partition, (restoring, left) -> Math.max(0, left - records));
    }

    @Override
    public void onRestoreEnd(TopicPartition partition, String store, long total) {
        remaining.remove(partition);
    }

    @Override
    public void onRestoreSuspended(TopicPartition partition, String store, long total) {
        remaining.remove(partition);
    }
}
