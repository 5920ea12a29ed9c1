package news.dateline.enrich.rules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import news.dateline.chassis.Health;
import news.dateline.chassis.KafkaFailure;
import news.dateline.contract.TagRule;
import news.dateline.contract.Topics;
import news.dateline.tags.InvalidRule;
import news.dateline.tags.RuleBook;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a rule book as {@code news.rules} has it: all of it at the start, then each change as it comes.
 *
 * <p>Every instance needs every rule, so it reads the whole topic by itself, outside any consumer group. A record that is
 * no rule, or whose query can't be run, is logged and leaves the earlier version of that rule in force.
 */
public final class RuleFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RuleFollower.class);

    private static final Duration RETRY = Duration.ofSeconds(2);

    private final RuleBook book;
    private final Consumer<String, byte[]> consumer;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile Health health = Health.UP;
    private final Thread thread = new Thread(this::follow, "rules");

    RuleFollower(RuleBook book, Consumer<String, byte[]> consumer) {
        this.book = book;
        this.consumer = consumer;
    }

    /**
     * Reads every rule, then goes on in the background.
     *
     * @return when the book is complete
     * @throws KafkaException when the broker is away
     */
    public static RuleFollower start(RuleBook book, Map<String, String> kafka) {
        Consumer<String, byte[]> consumer = RulesReader.open(kafka);
        try {
            RuleFollower follower = new RuleFollower(book, consumer);
            RulesReader.readAll(consumer, follower::apply);
            LOG.atInfo().addKeyValue("rules", book.rules().size()).log("rules in force");
            follower.thread.start();
            return follower;
        } catch (KafkaException e) {
            consumer.close();
            throw e;
        }
    }

    /** Whether changes arrive. */
    public Health health() {
        return health;
    }

    private void follow() {
        try (consumer) {
            while (stopping.getCount() > 0) {
                followUntilNotLetIn();
            }
        } catch (WakeupException | InterruptedException e) {
            LOG.atDebug().log("rules no longer followed");
        } catch (RuntimeException | Error e) {
            LOG.atError().setCause(e).log("rules no longer followed");
            health = new Health.Failed("changes of rules are no longer followed: " + KafkaFailure.inWords(e));
        }
    }

    /** A broker that is away is waited for within poll; one that does not let us in may do so later. */
    private void followUntilNotLetIn() throws InterruptedException {
        try {
            while (true) {
                apply(consumer.poll(RulesReader.POLL));
                health = Health.UP;
            }
        } catch (AuthenticationException | AuthorizationException e) {
            health = new Health.Waiting("changes of rules: " + KafkaFailure.inWords(e));
            if (stopping.await(RETRY.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.atDebug().log("stopped while rules could not be read");
            }
        }
    }

    /**
     * Rules come together at the start: one registration of all is much faster than one of each. Nearly every poll brings none,
     * and must not cost a registration of those that are there.
     */
    void apply(Iterable<ConsumerRecord<String, byte[]>> entries) {
        Map<String, Optional<TagRule>> changes = new HashMap<>();
        entries.forEach(entry -> read(entry).ifPresent(change -> changes.put(entry.key(), change)));
        List<TagRule> put = new ArrayList<>();
        changes.forEach((id, rule) -> rule.ifPresentOrElse(put::add, () -> book.remove(id)));
        if (put.isEmpty()) {
            return;
        }
        try {
            book.putAll(put);
        } catch (InvalidRule e) {
            put.forEach(this::putAlone);
        }
    }

    private void putAlone(TagRule rule) {
        try {
            book.put(rule);
        } catch (InvalidRule e) {
            LOG.atWarn().addKeyValue("ruleId", rule.ruleId()).addKeyValue("version", rule.version())
                    .addKeyValue("reason", e.getMessage()).log("rule not in force");
        }
    }

    /** A change: the rule, or within it nothing where it was removed; empty where the record is no rule. */
    private static Optional<Optional<TagRule>> read(ConsumerRecord<String, byte[]> entry) {
        try {
            TagRule rule = Topics.RULES.value().deserializer().deserialize(entry.topic(), entry.value());
            if (entry.key() != null && (rule == null || rule.ruleId().equals(entry.key()))) {
                return Optional.of(Optional.ofNullable(rule));
            }
            warn(entry, "the record's key must be its ruleId");
        } catch (SerializationException e) {
            warn(entry, e.getMessage());
        }
        return Optional.empty();
    }

    private static void warn(ConsumerRecord<?, ?> entry, String reason) {
        LOG.atWarn().addKeyValue("topic", entry.topic()).addKeyValue("partition", entry.partition())
                .addKeyValue("offset", entry.offset()).addKeyValue("reason", reason).log("record is no rule");
    }

    @Override
    public void close() {
        stopping.countDown();
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
