package news.dateline.dashboard.rejected;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.dateline.contract.RecordPlace;
import news.dateline.dashboard.reading.TopicRecords;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Single records by their place, read from Kafka when somebody asks for them. One thread at a time. */
final class RejectedBytes implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration MOST = Duration.ofSeconds(10);

    private final Consumer<String, byte[]> consumer;

    RejectedBytes(Map<String, String> kafka) {
        consumer = TopicRecords.open(kafka, "dateline-dashboard-rejected");
    }

    /**
     * The record at a place; empty where there is none, or none any more.
     *
     * @throws TimeoutException when Kafka takes too long
     */
    Optional<ConsumerRecord<String, byte[]>> at(RecordPlace place) {
        TopicPartition partition = new TopicPartition(place.topic(), place.partition());
        consumer.assign(List.of(partition));
        consumer.seek(partition, place.offset());
        long deadline = System.nanoTime() + MOST.toNanos();
        while (consumer.position(partition) <= place.offset()) {
            Optional<ConsumerRecord<String, byte[]>> first = consumer.poll(POLL).records(partition).stream()
                    .findFirst();
            if (first.isPresent()) {
                return first.filter(entry -> entry.offset() == place.offset());
            }
            if (System.nanoTime() > deadline) {
                throw new TimeoutException(place.text() + " could not be read");
            }
        }
        return Optional.empty();
    }

    /**
     * Whether a later record with the same key stands behind a place.
     *
     * @throws TimeoutException when there is too much behind it to be looked through
     */
    boolean isSuperseded(RecordPlace place, String key) {
        TopicPartition partition = new TopicPartition(place.topic(), place.partition());
        consumer.assign(List.of(partition));
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        consumer.seek(partition, place.offset() + 1);
        long deadline = System.nanoTime() + MOST.toNanos();
        while (consumer.position(partition) < end) {
            if (consumer.poll(POLL).records(partition).stream().anyMatch(entry -> key.equals(entry.key()))) {
                return true;
            }
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("too much stands behind " + place.text() + " to be looked through");
            }
        }
        return false;
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
    }
}
