package news.dateline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import news.dateline.chassis.Health;
import news.dateline.contract.TagRule;
import news.dateline.contract.TopicCreation;
import news.dateline.contract.Topics;
import news.dateline.enrich.rules.FirstRules;
import news.dateline.enrich.rules.RuleFollower;
import news.dateline.tags.RuleBook;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstRulesIT {
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private Path folder;

    @Test
    void starterSetIsLoadedOnceEvenAfterALoadThatWasCutShort() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
            Map<String, String> kafka = Map.of("bootstrap.servers", broker.bootstrapServers());
            try (Admin admin = Admin.create(new HashMap<>(kafka))) {
                TopicCreation.createMissing(admin, Topics.all());
            }
            try (Producer<String, TagRule> producer = producer(kafka, "cut-short")) {
                producer.initTransactions();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>(Topics.RULES.name(), "half-written", null)).isDone();
                producer.flush();
                producer.abortTransaction();
            }
            assertThat(rulesInForce(kafka)).isZero();

            FirstRules.loadIfUntouched(kafka, CLOCK);
            int loaded = rulesInForce(kafka);
            try (Producer<String, TagRule> producer = producer(kafka, "editor")) {
                producer.initTransactions();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>(Topics.RULES.name(), "ukraine", null)).isDone();
                producer.commitTransaction();
            }
            FirstRules.loadIfUntouched(kafka, CLOCK);

            assertThat(loaded).isGreaterThanOrEqualTo(250);
            assertThat(rulesInForce(kafka)).isEqualTo(loaded - 1);
        }
    }

    private static Producer<String, TagRule> producer(Map<String, String> kafka, String transactionalId) {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put("transactional.id", transactionalId);
        return new KafkaProducer<>(properties, Topics.RULES.key().serializer(), Topics.RULES.value().serializer());
    }

    private static int rulesInForce(Map<String, String> kafka) {
        try (RuleBook book = new RuleBook(); RuleFollower follower = RuleFollower.start(book, kafka)) {
            assertThat(follower.health()).isEqualTo(Health.UP);
            return book.rules().size();
        }
    }
}
