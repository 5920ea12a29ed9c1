package news.dateline.enrich.rules;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import news.dateline.contract.TagRule;
import news.dateline.contract.Topics;
import news.dateline.tags.StarterRules;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the starter set into a rules topic that was never written to.
 *
 * <p>An empty book is no sign of a first start, since an editor may have removed every rule; a topic without a single
 * committed record is, since compaction always leaves the last tombstone. Two instances that start together write the
 * same rules twice, which changes nothing.
 */
public final class FirstRules {
    private static final Logger LOG = LoggerFactory.getLogger(FirstRules.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private FirstRules() {
    }

    /**
     * Writes the starter set where the topic is untouched, and returns when it can be read.
     *
     * @throws KafkaException when the broker is away; nothing is half written, as the records are one transaction
     */
    public static void loadIfUntouched(Map<String, String> kafka, Clock clock) {
        if (!untouched(kafka)) {
            return;
        }
        List<TagRule> rules = StarterRules.all(clock.instant());
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "dateline-first-rules");
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        try (Producer<String, TagRule> producer = new KafkaProducer<>(properties, Topics.RULES.key().serializer(),
                Topics.RULES.value().serializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (TagRule rule : rules) {
                // The commit fails where any send has failed.
                Future<?> unused = producer.send(new ProducerRecord<>(Topics.RULES.name(), rule.ruleId(), rule));
            }
            producer.commitTransaction();
        }
        awaitFirst(kafka);
        LOG.atInfo().addKeyValue("rules", rules.size()).log("starter rules loaded");
    }

    /** Readers see a transaction a moment after its commit is promised; whoever reads next must not find an empty topic. */
    private static void awaitFirst(Map<String, String> kafka) {
        try (Consumer<String, byte[]> consumer = RulesReader.open(kafka)) {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (consumer.poll(RulesReader.POLL).isEmpty()) {
                if (System.nanoTime() - deadline > 0) {
                    throw new TimeoutException("the starter rules were written and can't be read yet");
                }
            }
        }
    }

    private static boolean untouched(Map<String, String> kafka) {
        try (Consumer<String, byte[]> consumer = RulesReader.open(kafka)) {
            return RulesReader.readAll(consumer, records -> {
            }) == 0;
        }
    }
}
