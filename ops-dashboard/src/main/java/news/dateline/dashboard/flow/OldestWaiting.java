package news.dateline.dashboard.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Since when the oldest of some records has waited: the time of the record at a committed offset. One thread at a time. */
final class OldestWaiting implements AutoCloseable {
    private static final Duration MOST = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Map<String, String> kafka;
    private Optional<Consumer<byte[], byte[]>> consumer = Optional.empty();

    OldestWaiting(Map<String, String> kafka) {
        this.kafka = Map.copyOf(kafka);
    }

    /**
     * The time of the oldest record between these offsets and the ends; empty where there stand only transactions' marks.
     *
     * @throws TimeoutException when Kafka takes too long
     */
    Optional<Instant> since(Map<TopicPartition, Long> offsets, Map<TopicPartition, Long> ends) {
        if (offsets.isEmpty()) {
            return Optional.empty();
        }
        Consumer<byte[], byte[]> reader = consumer.orElseGet(this::open);
        consumer = Optional.of(reader);
        reader.assign(offsets.keySet());
        offsets.forEach(reader::seek);
        Set<TopicPartition> open = new HashSet<>(offsets.keySet());
        Optional<Instant> oldest = Optional.empty();
        long deadline = System.nanoTime() + MOST.toNanos();
        while (!open.isEmpty()) {
            for (ConsumerRecord<byte[], byte[]> entry : reader.poll(POLL)) {
                TopicPartition partition = new TopicPartition(entry.topic(), entry.partition());
                if (open.remove(partition)) {
                    reader.pause(Set.of(partition));
                    Instant time = Instant.ofEpochMilli(entry.timestamp());
                    oldest = oldest.filter(known -> !time.isBefore(known)).or(() -> Optional.of(time));
                }
            }
            open.removeIf(partition -> reader.position(partition) >= ends.get(partition));
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("the records that wait could not be looked at");
            }
        }
        reader.assign(Set.of());
        return oldest;
    }

    private Consumer<byte[], byte[]> open() {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.putAll(Map.of("client.id", "dateline-dashboard-waiting", "isolation.level", "read_uncommitted",
                "enable.auto.commit", false, "auto.offset.reset", "earliest", "allow.auto.create.topics", false,
                "max.partition.fetch.bytes", 16 * 1024, "fetch.max.bytes", 1024 * 1024));
        properties.remove("group.instance.id");
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        consumer.ifPresent(reader -> reader.close(CloseOptions.timeout(Duration.ZERO)));
        consumer = Optional.empty();
    }
}
