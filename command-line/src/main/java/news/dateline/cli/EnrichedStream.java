package news.dateline.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import news.dateline.contract.Topics;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads {@code news.articles.enriched} straight from Kafka, outside any consumer group. */
final class EnrichedStream implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(250);

    private final Consumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;

    private EnrichedStream(Consumer<String, byte[]> consumer, List<TopicPartition> partitions) {
        this.consumer = consumer;
        this.partitions = partitions;
    }

    /**
     * Opens the stream.
     *
     * @throws Failure when no broker answers, or none has the topic
     */
    static EnrichedStream open(Addresses.Kafka kafka, Beginning from) {
        Map<String, Object> properties = new HashMap<>(kafka.client());
        properties.put("default.api.timeout.ms", 8_000);
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", false);
        Consumer<String, byte[]> consumer = consumer(kafka, properties);
        try {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.ENRICHED.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
            if (partitions.isEmpty()) {
                throw new KafkaException("it has no topic " + Topics.ENRICHED.name());
            }
            consumer.assign(partitions);
            EnrichedStream stream = new EnrichedStream(consumer, partitions);
            stream.seek(from);
            return stream;
        } catch (KafkaException e) {
            consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
            throw kafka.away(e);
        }
    }

    private static Consumer<String, byte[]> consumer(Addresses.Kafka kafka, Map<String, Object> properties) {
        try {
            return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
        } catch (KafkaException e) {
            throw kafka.away(e);
        }
    }

    private void seek(Beginning from) {
        switch (from) {
            case Beginning.Earliest() -> consumer.seekToBeginning(partitions);
            case Beginning.Latest() -> {
                consumer.seekToEnd(partitions);
                // Seeking is lazy: the end is where it is now, not where it is at the first poll.
                partitions.forEach(consumer::position);
            }
            case Beginning.Since(Instant time) -> seek(time);
        }
    }

    private void seek(Instant time) {
        Map<TopicPartition, OffsetAndTimestamp> offsets = consumer.offsetsForTimes(
                partitions.stream()
                        .collect(Collectors.toMap(partition -> partition, partition -> time.toEpochMilli())));
        offsets.forEach((partition, offset) -> {
            if (offset == null) {
                consumer.seekToEnd(List.of(partition));
            } else {
                consumer.seek(partition, offset.offset());
            }
        });
    }

    /** Gives each record to a reader until it says that it has had enough. */
    void follow(Predicate<ConsumerRecord<String, byte[]>> reader) {
        while (true) {
            for (ConsumerRecord<String, byte[]> entry : consumer.poll(POLL)) {
                if (!reader.test(entry)) {
                    return;
                }
            }
        }
    }

    /** Gives each record that is there now to a reader. */
    void readToEnd(java.util.function.Consumer<ConsumerRecord<String, byte[]>> reader) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
            consumer.poll(POLL).forEach(reader);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
