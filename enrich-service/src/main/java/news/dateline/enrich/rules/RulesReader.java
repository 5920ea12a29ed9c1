package news.dateline.enrich.rules;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.dateline.contract.Topics;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the whole of {@code news.rules}, outside any consumer group. */
final class RulesReader {
    static final Duration POLL = Duration.ofMillis(500);

    private RulesReader() {
    }

    /**
     * A consumer at the beginning of the topic.
     *
     * @throws KafkaException when the broker is away
     */
    static Consumer<String, byte[]> open(Map<String, String> kafka) {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        properties.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        Consumer<String, byte[]> consumer = new KafkaConsumer<>(properties, new StringDeserializer(),
                new ByteArrayDeserializer());
        try {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.RULES.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return consumer;
        } catch (KafkaException e) {
            consumer.close();
            throw e;
        }
    }

    /** Reads to where the topic ends now; returns how many records there were, tombstones included. */
    static long readAll(Consumer<String, byte[]> consumer,
            java.util.function.Consumer<Iterable<ConsumerRecord<String, byte[]>>> reader) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        long read = 0;
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            reader.accept(records);
            read += records.count();
        }
        return read;
    }
}
