package news.dateline.dashboard.reading;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The dashboard's consumers: of no group, bounded in what they fetch ahead, and of committed records only. */
public final class TopicRecords {
    private TopicRecords() {
    }

    /**
     * A consumer that is assigned nothing yet.
     *
     * @param name of the client, for Kafka's own logs and metrics
     */
    public static Consumer<String, byte[]> open(Map<String, String> kafka, String name) {
        Map<String, Object> properties = new HashMap<>(Map.of("fetch.max.bytes", 8 * 1024 * 1024,
                "max.partition.fetch.bytes", 512 * 1024, "default.api.timeout.ms", 10_000,
                "reconnect.backoff.ms", 250L, "reconnect.backoff.max.ms", 2_000L));
        properties.putAll(kafka);
        properties.remove("group.instance.id");
        properties.putAll(Map.of("client.id", name, "isolation.level", "read_committed", "enable.auto.commit", false,
                "auto.offset.reset", "earliest", "allow.auto.create.topics", false));
        return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** The partitions of a topic. */
    public static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition())).toList();
    }

    /** For each partition a number of records before its end, or its beginning where there are fewer. */
    static Map<TopicPartition, Long> lastOf(Consumer<?, ?> consumer, List<TopicPartition> partitions, long records) {
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        return consumer.endOffsets(partitions).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                end -> Math.max(beginnings.get(end.getKey()), end.getValue() - records)));
    }

    /** Offsets at a time, none behind the given ends. */
    public static Map<TopicPartition, Long> since(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends,
            Instant time) {
        Map<TopicPartition, Long> times = new HashMap<>();
        ends.keySet().forEach(partition -> times.put(partition, time.toEpochMilli()));
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times);
        Map<TopicPartition, Long> offsets = new HashMap<>();
        ends.forEach((partition, end) -> offsets.put(partition,
                found.get(partition) == null ? end : Math.min(end, found.get(partition).offset())));
        return offsets;
    }
}
