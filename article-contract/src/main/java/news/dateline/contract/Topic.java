package news.dateline.contract;

import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
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

    /** The same with another number of partitions. */
    public Topic<K, V> withPartitions(int number) {
        return new Topic<>(name, key, value, number, settings);
    }

    /** The largest record that it must be able to hold, in bytes; 0 where any setting will do. */
    int mostBytes() {
        return Integer.parseInt(settings.getOrDefault(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "0"));
    }

    NewTopic creation(short replicationFactor) {
        return new NewTopic(name, partitions, replicationFactor).configs(settings);
    }
}
