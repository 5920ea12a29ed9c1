package news.dateline.enrich;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import news.dateline.contract.KafkaAnswer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeProducersResult.PartitionProducerState;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;

/**
 * Tells of a transaction that keeps a store from being read back: nobody who reads what is committed gets past it. Mostly it ends by
 * itself; one that Kafka lost in a partition never does.
 */
final class OpenTransactions {
    private OpenTransactions() {
    }

    /**
     * The first of those that are open in the changelogs, in one line; empty where there is none, or where it may not be looked at.
     *
     * @throws KafkaException when the broker is away
     */
    static Optional<String> in(Collection<TopicPartition> changelogs, Admin admin) throws InterruptedException {
        if (changelogs.isEmpty()) {
            return Optional.empty();
        }
        try {
            Optional<Open> first = KafkaAnswer.of(admin.describeProducers(changelogs).all()).entrySet().stream()
                    .flatMap(entry -> Open.in(entry.getKey(), entry.getValue()).stream())
                    .min(Comparator.comparing(Open::changelog).thenComparingLong(Open::from));
            return first.isEmpty() ? Optional.empty() : Optional.of(first.get().inWords(admin));
        } catch (AuthorizationException e) {
            return Optional.empty();
        }
    }

    private record Open(String changelog, long from, long producerId, Instant written) {
        static List<Open> in(TopicPartition changelog, PartitionProducerState state) {
            return state.activeProducers().stream().flatMap(producer -> {
                OptionalLong from = producer.currentTransactionStartOffset();
                return from.stream().mapToObj(offset -> new Open(changelog.toString(), offset, producer.producerId(),
                        Instant.ofEpochMilli(producer.lastTimestamp())));
            }).toList();
        }

        String inWords(Admin admin) throws InterruptedException {
            String where = changelog + " has a transaction open from offset " + from + ", last written to at "
                    + written + ", ";
            return KafkaAnswer
                    .of(admin.listTransactions(new ListTransactionsOptions().filterProducerIds(Set.of(producerId)))
                            .all())
                    .stream().findFirst()
                    .map(known -> where + "of " + known.transactionalId() + ", which the broker has as "
                            + known.state())
                    .orElse(where + "of producer " + producerId + ", of which the broker knows no transaction");
        }
    }
}
