package news.dateline.contract.registry;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import news.dateline.contract.ContractJson;
import news.dateline.contract.Feed;
import news.dateline.contract.FeedHealth;
import news.dateline.contract.FeedStatus;
import news.dateline.contract.Topic;
import news.dateline.contract.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The feeds and how they are, as the topics have them now.
 *
 * @param feeds    by URL
 * @param statuses by URL; of feeds that have been polled, and of those that have moved
 */
public record FeedTopics(Map<String, Feed> feeds, Map<String, FeedStatus> statuses) {
    private static final Logger LOG = LoggerFactory.getLogger(FeedTopics.class);

    public FeedTopics {
        feeds = new TreeMap<>(feeds);
        statuses = new TreeMap<>(statuses);
    }

    /**
     * Reads both topics to their ends.
     *
     * @param kafka properties of the cluster
     * @throws KafkaException when the broker is away
     */
    public static FeedTopics read(Map<String, ?> kafka) {
        try (RegistryReader registry = new RegistryReader(kafka)) {
            return new FeedTopics(current(registry, Topics.FEEDS, registry.partitions(Topics.FEEDS)),
                    current(registry, Topics.FEEDS_STATUS, registry.partitions(Topics.FEEDS_STATUS)));
        }
    }

    /** A feed, or one that was until it moved, and how it is where it has been polled. */
    public record Entry(String url, Optional<Feed> feed, Optional<FeedStatus> status) {
        /** Whether it is not as it should be, and polled. */
        public boolean isSick() {
            return feed.isPresent() && status.filter(now -> now.state() != FeedHealth.HEALTHY).isPresent();
        }

        /** What readers of the registry are shown. */
        public ObjectNode json() {
            ObjectNode shown = ContractJson.mapper().createObjectNode().put("url", url);
            feed.ifPresent(now -> shown.set("feed", ContractJson.mapper().valueToTree(now)));
            status.ifPresent(now -> {
                ObjectNode told = ContractJson.mapper().valueToTree(now);
                told.remove("seenItems");
                shown.set("status", told);
            });
            return shown;
        }

        private int rank() {
            return feed.isEmpty() ? 2 : isSick() ? 0 : 1;
        }
    }

    /** All of them, sick ones first. */
    public List<Entry> entries() {
        return Stream.concat(feeds.keySet().stream(), statuses.keySet().stream()).distinct()
                .map(url -> new Entry(url, Optional.ofNullable(feeds.get(url)), Optional.ofNullable(statuses.get(url))))
                .sorted(Comparator.comparingInt(Entry::rank).thenComparing(Entry::url)).toList();
    }

    /**
     * Reads some partitions of the statuses to their ends.
     *
     * @throws KafkaException when the broker is away
     */
    public static Map<String, FeedStatus> statuses(Map<String, ?> kafka, Collection<Integer> partitions) {
        try (RegistryReader registry = new RegistryReader(kafka)) {
            return current(registry, Topics.FEEDS_STATUS, partitions.stream()
                    .map(number -> new TopicPartition(Topics.FEEDS_STATUS.name(), number)).toList());
        }
    }

    private static <V> Map<String, V> current(RegistryReader registry, Topic<String, V> topic,
            List<TopicPartition> partitions) {
        Map<String, V> current = new HashMap<>();
        registry.read(partitions, entry -> read(topic, entry, (url, value) -> {
            if (value == null) {
                current.remove(url);
            } else {
                current.put(url, value);
            }
        }));
        return current;
    }

    /** Gives a record's key and value, null for a tombstone; what is none of the topic's is logged and passed over. */
    public static <V> void read(Topic<String, V> topic, ConsumerRecord<String, byte[]> entry,
            BiConsumer<String, V> reader) {
        try {
            if (entry.key() != null) {
                reader.accept(entry.key(), topic.value().deserializer().deserialize(topic.name(), entry.value()));
            }
        } catch (SerializationException e) {
            LOG.atWarn().addKeyValue("topic", entry.topic()).addKeyValue("partition", entry.partition())
                    .addKeyValue("offset", entry.offset()).addKeyValue("why", e.getMessage())
                    .log("record passed over");
        }
    }
}
