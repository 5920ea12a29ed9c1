package news.dateline.cli;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import news.dateline.contract.RuleHeaders;
import news.dateline.contract.TagRule;
import news.dateline.contract.Topics;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The rules as {@code news.rules} has them, and changes to them. */
final class RulesTopic {
    private final Addresses.Kafka kafka;

    RulesTopic(Addresses.Kafka kafka) {
        this.kafka = kafka;
    }

    /** The rules in force, by id; what is no rule is left out, as enrich leaves it out. */
    Map<String, TagRule> read() {
        Map<String, TagRule> rules = new TreeMap<>();
        readChanges(change -> change.rule().ifPresentOrElse(rule -> rules.put(change.ruleId(), rule),
                () -> rules.remove(change.ruleId())));
        return rules;
    }

    /** Every change that the topic still has, oldest first. */
    void readChanges(java.util.function.Consumer<RuleChange> reader) {
        Map<String, Object> properties = new HashMap<>(kafka.client());
        properties.put("default.api.timeout.ms", 8_000);
        properties.put("isolation.level", "read_committed");
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
        } catch (KafkaException e) {
            throw kafka.away(e);
        }
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
            Console.note("a record under " + entry.key() + " is no rule: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static String header(ConsumerRecord<?, ?> entry, String name) {
        return Optional.ofNullable(entry.headers().lastHeader(name))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8)).orElse("");
    }

    void put(TagRule rule) {
        write(new ProducerRecord<>(Topics.RULES.name(), rule.ruleId(), rule));
    }

    void remove(String ruleId, String author, String comment) {
        ProducerRecord<String, TagRule> tombstone = new ProducerRecord<>(Topics.RULES.name(), ruleId, null);
        RuleHeaders.describeRemoval(author, comment, tombstone.headers());
        write(tombstone);
    }

    private void write(ProducerRecord<String, TagRule> change) {
        Map<String, Object> properties = new HashMap<>(kafka.client());
        properties.putAll(Map.of("acks", "all", "max.block.ms", 8_000, "delivery.timeout.ms", 10_000));
        try (Producer<String, TagRule> producer = new KafkaProducer<>(properties, Topics.RULES.key().serializer(),
                Topics.RULES.value().serializer())) {
            producer.send(change).get();
        } catch (ExecutionException e) {
            throw kafka.away(e.getCause());
        } catch (KafkaException e) {
            throw kafka.away(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }
}
