package news.dateline.contract;

import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.serialization.Serde;

/**
 * A Kafka topic with the types of its key and value, so that none is read with the wrong one.
 *
 * @param partitions how many it is created with; an existing topic keeps its own
 * @param settings   the topic's configuration when it is created
 */
public record Topic<K, V>(String name, Serde<K> key, Serde<V> value, int partitions, Map<String, String> settings) {
    public Topic {
        settings = Map.copyOf(settings);
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions must be 1 or more");
        }
    }

    NewTopic creation(short replicationFactor) {
        return new NewTopic(name, partitions, replicationFactor).configs(settings);
    }
}
