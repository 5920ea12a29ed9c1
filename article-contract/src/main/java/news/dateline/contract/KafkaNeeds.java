package news.dateline.contract;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;

/**
 * What a service needs of Kafka before it can work: topics that can be written to, and coordinators.
 *
 * @param topics         of the catalogue; those that are missing are made
 * @param group          its consumer group
 * @param transactionals ids under which it writes in transactions
 */
public record KafkaNeeds(List<Topic<?, ?>> topics, String group, List<String> transactionals) {
    private static final String OFFSETS = "__consumer_offsets";
    private static final String TRANSACTIONS = "__transaction_state";

    public KafkaNeeds {
        topics = List.copyOf(topics);
        transactionals = List.copyOf(transactionals);
    }

    /**
     * What is lacking now, in one line; empty when nothing is.
     *
     * @throws KafkaException when the broker is away or lets nobody in
     */
    public Optional<String> lacking(Admin admin) throws InterruptedException {
        // Kafka's own topics come with their first use; from then on as much hangs on them.
        List<String> names = Stream.concat(topics.stream().map(Topic::name), Stream.of(OFFSETS, TRANSACTIONS)).toList();
        TopicStates states = TopicStates.of(admin, names);
        Optional<String> lacking = states.missing(topics).isEmpty()
                ? states.lacking(topics)
                : notMade(admin, states.missing(topics));
        return lacking.isPresent() ? lacking : noCoordinator(admin);
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

    private Optional<String> noCoordinator(Admin admin) throws InterruptedException {
        try {
            KafkaAnswer.of(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        } catch (TimeoutException e) {
            return Optional.of(noCoordinator("the group " + group, OFFSETS, "offsets.topic.replication.factor"));
        }
        for (String id : transactionals) {
            try {
                KafkaAnswer.of(admin.describeTransactions(List.of(id)).description(id));
            } catch (TimeoutException e) {
                return Optional
                        .of(noCoordinator("transactions", TRANSACTIONS, "transaction.state.log.replication.factor"));
            } catch (TransactionalIdNotFoundException e) {
                // So said its coordinator, which is there; that none has written under the id yet is no lack.
            }
        }
        return Optional.empty();
    }

    private static String noCoordinator(String of, String topic, String setting) {
        return "no coordinator for " + of + "; can the brokers make " + topic + "? (" + setting + ")";
    }
}
