package news.dateline.contract;

import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topics that are missing and leaves the others as they are. */
public final class TopicCreation {
    /** The broker's own default. */
    private static final short DEFAULT_REPLICATION = -1;

    private TopicCreation() {
    }

    /**
     * Creates what is missing; safe to be called by every service at the same time.
     *
     * @throws KafkaException when the broker is away or refuses
     */
    public static void createMissing(Admin admin, Collection<Topic<?, ?>> topics) throws InterruptedException {
        var results = admin.createTopics(
                List.copyOf(topics).stream().map(topic -> topic.creation(DEFAULT_REPLICATION)).toList()).values();
        for (var result : results.values()) {
            try {
                KafkaAnswer.of(result);
            } catch (TopicExistsException e) {
                // Another service was faster, or it has been there all along.
            }
        }
    }
}
