package news.dateline.contract.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import news.dateline.contract.HeaderText;
import news.dateline.contract.RuleHeaders;
import news.dateline.contract.TagRule;
import news.dateline.contract.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
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
        changes(kafka).forEach(change -> change.rule().ifPresentOrElse(rule -> rules.put(change.ruleId(), rule),
                () -> rules.remove(change.ruleId())));
        return rules;
    }

    /**
     * Every change that the topic still has, oldest first.
     *
     * @throws KafkaException when the broker is away
     */
    public static List<RuleChange> changes(Map<String, ?> kafka) {
        List<RuleChange> changes = new ArrayList<>();
        try (RegistryReader registry = new RegistryReader(kafka)) {
            registry.read(registry.partitions(Topics.RULES), entry -> change(entry).ifPresent(changes::add));
        }
        return changes;
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
                return Optional.of(new RuleChange(entry.key(), Optional.empty(),
                        HeaderText.of(entry.headers(), RuleHeaders.AUTHOR).orElse(""),
                        HeaderText.of(entry.headers(), RuleHeaders.COMMENT).orElse(""),
                        Instant.ofEpochMilli(entry.timestamp())));
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
}
