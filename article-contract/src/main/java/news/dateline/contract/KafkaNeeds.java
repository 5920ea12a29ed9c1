package news.dateline.contract;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.RetriableException;

/**
 * What a service needs of Kafka: topics that can be written to.
 *
 * @param topics       of the catalogue; those that are missing are made
 * @param transactions whether it writes in transactions
 */
public record KafkaNeeds(List<Topic<?, ?>> topics, boolean transactions) {
    private static final String OFFSETS = "__consumer_offsets";
    private static final String TRANSACTIONS = "__transaction_state";

    public KafkaNeeds {
        topics = List.copyOf(topics);
    }

    /**
     * What is lacking now, in one line; empty when nothing is.
     *
     * @param begun whether the service has begun to read and write: by this Kafka's own topics come, unless the brokers can't make
     *              them
     * @throws KafkaException when the broker is away or lets nobody in
     */
    public Optional<String> lacking(Admin admin, boolean begun) throws InterruptedException {
        List<String> own = transactions ? List.of(OFFSETS, TRANSACTIONS) : List.of(OFFSETS);
        TopicStates states = TopicStates.of(admin,
                Stream.concat(topics.stream().map(Topic::name), own.stream()).toList());
        List<Topic<?, ?>> missing = topics.stream().filter(topic -> !states.has(topic.name())).toList();
        if (!missing.isEmpty()) {
            return notMade(admin, missing);
        }
        return states.lacking(topics).or(() -> own.stream().filter(topic -> begun && !states.has(topic)).findFirst()
                .map(topic -> "no " + topic + " yet; enough brokers for its replication factor?"));
    }

    private static Optional<String> notMade(Admin admin, List<Topic<?, ?>> missing) throws InterruptedException {
        try {
            TopicCreation.createMissing(admin, missing);
            return Optional.empty();
        } catch (RetriableException | AuthenticationException e) {
            throw e;
        } catch (ApiException e) {
            return Optional.of("topics can't be made: " + e.getMessage());
        }
    }
}
