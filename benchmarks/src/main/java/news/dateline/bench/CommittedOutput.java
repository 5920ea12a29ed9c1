package news.dateline.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What a reader of committed records sees come out of a topic from now on. */
final class CommittedOutput implements AutoCloseable {
    private final String topic;
    private final KafkaConsumer<byte[], byte[]> consumer;

    CommittedOutput(String bootstrap, String topic) {
        this.topic = topic;
        consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed",
                "max.poll.records", 5_000), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** The rate from the first article that the application reads to the last one committed. */
    Rate rate(StreamsRun run, long articles) {
        long deadline = System.nanoTime() + Waiting.MOST.toNanos();
        long committed = 0;
        while (run.received() == 0) {
            check(deadline, committed);
            // On a busy machine the first ones may already be here.
            committed += consumer.poll(Duration.ofMillis(1)).count();
        }
        long begun = System.nanoTime();
        while (committed < articles) {
            check(deadline, committed);
            committed += consumer.poll(Duration.ofMillis(5)).count();
        }
        return Rate.since(begun, committed);
    }

    private void check(long deadline, long committed) {
        if (System.nanoTime() > deadline) {
            throw new BenchmarkFailed("only " + committed + " articles came out of " + topic);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
