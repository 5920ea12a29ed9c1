package news.dateline.sink;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import news.dateline.chassis.KafkaFailure;
import news.dateline.chassis.KafkaWatch;
import news.dateline.contract.KafkaNeeds;
import news.dateline.contract.Topic;
import news.dateline.contract.Topics;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The sink's Kafka clients: an operator's properties go before ours, except before those that keep the promises. */
final class KafkaClients {
    static final String GROUP = "dateline-sink";
    private static final Duration ASK_EVERY = Duration.ofSeconds(2);

    private final SinkSettings settings;

    KafkaClients(SinkSettings settings) {
        this.settings = settings;
    }

    /** The cluster in words. */
    String cluster() {
        return KafkaFailure.cluster(settings.kafka());
    }

    /** What the sink needs of the cluster, asked again and again. */
    KafkaWatch watch() {
        List<Topic<?, ?>> topics = Stream.of(Topics.ENRICHED, Topics.REJECTED)
                .<Topic<?, ?>>map(topic -> topic.withPartitions(settings.partitions())).toList();
        return new KafkaWatch(settings.kafka(), ASK_EVERY, new KafkaNeeds(topics, false)::lacking);
    }

    Consumer<String, byte[]> consumer() {
        return new KafkaConsumer<>(properties(
                // After a kill, what was read goes to another instance, or a new start, as soon as this.
                Map.of("session.timeout.ms", "10000", "heartbeat.interval.ms", "3000", "client.id", GROUP,
                        "default.api.timeout.ms", "10000"),
                Map.of("group.id", GROUP, "enable.auto.commit", "false", "auto.offset.reset", "earliest",
                        "isolation.level", "read_committed", "max.poll.records",
                        Integer.toString(settings.batch()), "allow.auto.create.topics", "false")),
                new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** For dead letters: few, so it keeps little memory, and as large as what it was read from, with its headers. */
    Producer<String, byte[]> producer() {
        return new KafkaProducer<>(properties(
                Map.of("client.id", GROUP, "max.block.ms", "5000", "delivery.timeout.ms", "20000",
                        "request.timeout.ms", "10000", "buffer.memory",
                        Integer.toString(2 * Topics.MAX_RECORD_BYTES)),
                Map.of("acks", "all", "enable.idempotence", "true", "max.request.size",
                        Integer.toString(Topics.MAX_RECORD_BYTES))),
                new StringSerializer(), new ByteArraySerializer());
    }

    private Map<String, Object> properties(Map<String, String> standard, Map<String, String> promised) {
        Map<String, Object> properties = new HashMap<>(standard);
        properties.putAll(settings.kafka());
        properties.putAll(promised);
        return properties;
    }
}
