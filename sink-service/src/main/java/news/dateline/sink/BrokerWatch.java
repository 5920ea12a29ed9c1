package news.dateline.sink;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import news.dateline.contract.Topics;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;

/** Whether the broker answers: a poll that brings nothing does not tell silence from absence, so it is asked. */
final class BrokerWatch {
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final TopicPartition ANY = new TopicPartition(Topics.ENRICHED.name(), 0);

    private final Consumer<?, ?> consumer;
    private final Clock clock;
    private Instant asked = Instant.MIN;
    private boolean answers;

    BrokerWatch(Consumer<?, ?> consumer, Clock clock) {
        this.consumer = consumer;
        this.clock = clock;
    }

    /** Looks at what a poll brought; asks the broker where that was nothing, but not each time. */
    boolean answersAfter(ConsumerRecords<?, ?> records) {
        Instant now = clock.instant();
        if (!records.isEmpty()) {
            answers = true;
            asked = now;
        } else if (asked.isBefore(now.minus(EVERY))) {
            answers = ask();
            asked = clock.instant();
        }
        return answers;
    }

    private boolean ask() {
        try {
            consumer.endOffsets(Set.of(ANY), PATIENCE);
            return true;
        } catch (RetriableException e) {
            return false;
        }
    }
}
