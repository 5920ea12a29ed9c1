package news.dateline.contract.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import news.dateline.contract.RuleHeaders;
import news.dateline.contract.TagRule;
import news.dateline.contract.Topics;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rules as {@code news.rules} has them now, and the records that change them. */
public final class RulesInForce {
    private static final Logger LOG = LoggerFactory.getLogger(RulesInForce.class);

    private RulesInForce() {
    }

    /**
     * The rules in force, by id; what is no rule is left out, as enrich leaves it out.
     *
     * @param kafka properties of the cluster
     * @throws KafkaException when the broker is away
     */
    public static Map<String, TagRule> read(Map<String, ?> kafka) {
        Map<String, TagRule> rules = new TreeMap<>();
        readChanges(kafka, change -> change.rule().ifPresentOrElse(rule -> rules.put(change.ruleId(), rule),
                () -> rules.remove(change.ruleId())));
        return rules;
    }

    /**
     * Gives every change that the topic still has, oldest first.
     *
     * @throws KafkaException when the broker is away
     */
    public static void readChanges(Map<String, ?> kafka, java.util.function.Consumer<RuleChange> reader) {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        properties.putAll(Map.of(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false, ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 8_000));
        try (Consumer<String, byte[]> consumer = new KafkaConsumer<>(properties, Topics.RULES.key().deserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.RULES.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(250)).forEach(entry -> change(entry).ifPresent(reader));
            }
        }
    }

    /** The record that puts a rule in force. */
    public static ProducerRecord<String, TagRule> put(TagRule rule) {
        return new ProducerRecord<>(Topics.RULES.name(), rule.ruleId(), rule);
    }

    /** The record that takes a rule out of force, and says who did so and why. */
    public static ProducerRecord<String, TagRule> removal(String ruleId, String author, String comment) {
        ProducerRecord<String, TagRule> tombstone = new ProducerRecord<>(Topics.RULES.name(), ruleId, null);
        RuleHeaders.describeRemoval(author, comment, tombstone.headers());
        return tombstone;
    }

    private static Optional<RuleChange> change(ConsumerRecord<String, byte[]> entry) {
        try {
            if (entry.value() == null) {
                return Optional.of(new RuleChange(entry.key(), Optional.empty(), header(entry, RuleHeaders.AUTHOR),
                        header(entry, RuleHeaders.COMMENT), Instant.ofEpochMilli(entry.timestamp())));
            }
            TagRule rule = Topics.RULES.value().deserializer().deserialize(Topics.RULES.name(), entry.value());
            return Optional.of(new RuleChange(entry.key(), Optional.of(rule), rule.author(), rule.comment(),
                    rule.changedAt()));
        } catch (SerializationException e) {
            LOG.atWarn().addKeyValue("topic", entry.topic()).addKeyValue("partition", entry.partition())
                    .addKeyValue("offset", entry.offset()).addKeyValue("why", e.getMessage())
                    .log("record is no rule");
            return Optional.empty();
        }
    }

    private static String header(ConsumerRecord<?, ?> entry, String name) {
        return Optional.ofNullable(entry.headers().lastHeader(name)).map(header -> new String(header.value(), UTF_8))
                .orElse("");
    }
}
