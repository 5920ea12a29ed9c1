package news.dateline.contract.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import news.dateline.contract.KafkaAnswer;
import news.dateline.contract.Topic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** Writes changes to a registry: there are few of them, so each time has a producer of its own. */
public final class RegistryWriter {
    private RegistryWriter() {
    }

    /**
     * Writes records, and waits until Kafka has acknowledged each.
     *
     * @param kafka properties of the cluster
     * @throws KafkaException when the broker is away or refuses one; those before it are written
     */
    public static <V> void write(Map<String, ?> kafka, Topic<String, V> topic,
            Stream<ProducerRecord<String, V>> changes) {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.putAll(Map.of("acks", "all", "max.block.ms", 8_000, "delivery.timeout.ms", 10_000,
                "request.timeout.ms", 5_000, "linger.ms", 0));
        try (Producer<String, V> producer = new KafkaProducer<>(properties, topic.key().serializer(),
                topic.value().serializer())) {
            List<? extends Future<?>> written = changes.map(producer::send).toList();
            for (Future<?> one : written) {
                KafkaAnswer.of(one);
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
