package news.dateline.cli;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import news.dateline.contract.TagRule;
import news.dateline.contract.Topics;
import news.dateline.contract.registry.RegistryWriter;
import news.dateline.contract.registry.RuleChange;
import news.dateline.contract.registry.RulesInForce;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** The registry of rules, for commands: what is wrong with Kafka is told in one line. */
final class RulesTopic {
    private final Addresses.Kafka kafka;

    RulesTopic(Addresses.Kafka kafka) {
        this.kafka = kafka;
    }

    Map<String, TagRule> read() {
        try {
            return RulesInForce.read(kafka.client());
        } catch (KafkaException e) {
            throw kafka.away(e);
        }
    }

    void readChanges(Consumer<RuleChange> reader) {
        try {
            RulesInForce.readChanges(kafka.client(), reader);
        } catch (KafkaException e) {
            throw kafka.away(e);
        }
    }

    void put(TagRule rule) {
        write(RulesInForce.put(rule));
    }

    void remove(String ruleId, String author, String comment) {
        write(RulesInForce.removal(ruleId, author, comment));
    }

    private void write(ProducerRecord<String, TagRule> change) {
        try {
            RegistryWriter.write(kafka.client(), Topics.RULES, Stream.of(change));
        } catch (KafkaException e) {
            throw kafka.away(e);
        }
    }
}
