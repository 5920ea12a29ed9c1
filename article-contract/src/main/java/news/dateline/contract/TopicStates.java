package news.dateline.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Topics as a cluster has them at a moment.
 *
 * @param partitions of the topics that are there, by name; none where they are not shown
 * @param settings   of those whose settings may be seen
 */
record TopicStates(Map<String, List<TopicPartitionInfo>> partitions, Map<String, Config> settings) {
    static TopicStates of(Admin admin, List<String> names) throws InterruptedException {
        Map<String, List<TopicPartitionInfo>> partitions = new TreeMap<>();
        for (var asked : admin.describeTopics(names).topicNameValues().entrySet()) {
            try {
                TopicDescription answer = KafkaAnswer.of(asked.getValue());
                partitions.put(answer.name(), answer.partitions());
            } catch (UnknownTopicOrPartitionException e) {
                partitions.remove(asked.getKey());
            } catch (AuthorizationException e) {
                if (!asked.getKey().startsWith("__")) {
                    throw e;
                }
                // Kafka's own topics are seldom shown to those who only read and write.
                partitions.put(asked.getKey(), List.of());
            }
        }
        return new TopicStates(partitions, settings(admin, List.copyOf(partitions.keySet())));
    }

    private static Map<String, Config> settings(Admin admin, List<String> names) throws InterruptedException {
        Map<String, Config> settings = new TreeMap<>();
        for (var asked : admin.describeConfigs(
                names.stream().map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name)).toList()).values()
                .entrySet()) {
            try {
                settings.put(asked.getKey().name(), KafkaAnswer.of(asked.getValue()));
            } catch (AuthorizationException | UnknownTopicOrPartitionException e) {
                // What may be read and written may still be kept from being looked at: that is not held against it.
                settings.remove(asked.getKey().name());
            }
        }
        return settings;
    }

    boolean has(String topic) {
        return partitions.containsKey(topic);
    }

    /** What keeps the topics from being written to, in one line. */
    Optional<String> lacking(List<Topic<?, ?>> topics) {
        return which((name, partition) -> partition.leader() == null || partition.leader().isEmpty())
                .map(which -> "no leader of " + which)
                .or(() -> which((name, partition) -> partition.isr().size() < number(name,
                        TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, 0))
                        .map(which -> "fewer replicas in sync than min.insync.replicas, of " + which))
                .or(() -> topics.stream().filter(topic -> takes(topic) < topic.mostBytes()).findFirst()
                        .map(topic -> topic.name() + " takes records of " + takes(topic) + " bytes at most; raise its "
                                + TopicConfig.MAX_MESSAGE_BYTES_CONFIG + " to " + topic.mostBytes()));
    }

    private int takes(Topic<?, ?> topic) {
        return number(topic.name(), TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.MAX_VALUE);
    }

    private int number(String topic, String setting, int ifHidden) {
        return Optional.ofNullable(settings.get(topic)).map(config -> config.get(setting))
                .map(entry -> Integer.parseInt(entry.value())).orElse(ifHidden);
    }

    /** The partitions in words: the first, and how many more. */
    private Optional<String> which(BiPredicate<String, TopicPartitionInfo> ofInterest) {
        List<String> which = partitions.entrySet().stream().flatMap(topic -> topic.getValue().stream()
                .filter(partition -> ofInterest.test(topic.getKey(), partition))
                .map(partition -> topic.getKey() + "-" + partition.partition())).toList();
        return which.stream().findFirst()
                .map(first -> first + (which.size() == 1 ? "" : " and " + (which.size() - 1) + " more partitions"));
    }
}
