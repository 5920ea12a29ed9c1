package news.dateline.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that are missing and leaves the others as they are. */
public final class TopicCreation {
    /** The broker's own default. */
    private static final short DEFAULT_REPLICATION = -1;
    private static final Duration LEADERS_MOST = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofMillis(20);

    private TopicCreation() {
    }

    /**
     * Creates what is missing; safe to be called by every service at the same time. What was made can be written to when this
     * returns: a leader that is just beginning may refuse a producer's first batch and take its second, and then it never takes
     * the first.
     *
     * @throws KafkaException when the broker is away or refuses, or a leader does not begin in time
     */
    public static void createMissing(Admin admin, Collection<Topic<?, ?>> topics) throws InterruptedException {
        var results = admin.createTopics(
                List.copyOf(topics).stream().map(topic -> topic.creation(DEFAULT_REPLICATION)).toList()).values();
        List<String> made = new ArrayList<>();
        for (var result : results.entrySet()) {
            try {
                KafkaAnswer.of(result.getValue());
                made.add(result.getKey());
            } catch (TopicExistsException e) {
                // Another service was faster, or it has been there all along.
            }
        }
        awaitLeaders(admin, made);
    }

    private static void awaitLeaders(Admin admin, List<String> made) throws InterruptedException {
        long deadline = System.nanoTime() + LEADERS_MOST.toNanos();
        while (!made.isEmpty() && !leadersAnswer(admin, made)) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("made topics whose leaders do not answer yet: " + made);
            }
            Thread.sleep(LOOK);
        }
    }

    private static boolean leadersAnswer(Admin admin, List<String> made) throws InterruptedException {
        try {
            Map<TopicPartition, OffsetSpec> ends = KafkaAnswer.of(admin.describeTopics(made).allTopicNames()).values()
                    .stream().flatMap(topic -> topic.partitions().stream()
                            .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                    .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
            KafkaAnswer.of(admin.listOffsets(ends).all());
            return true;
        } catch (AuthorizationException e) {
            // Who may make topics may still not look at them: nothing to wait for, then.
            return true;
        } catch (RetriableException e) {
            return false;
        }
    }
}
