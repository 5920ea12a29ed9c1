package news.dateline.sink;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import news.dateline.contract.RejectionReason;
import news.dateline.sink.store.ArticleChange;
import news.dateline.sink.store.ArticleStore;
import news.dateline.sink.store.WriteOutcome;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record and what became of it.
 *
 * @param outcome    stored, superseded, withdrawn or rejected: the word that is counted
 * @param receivedAt when ingest took the article that is stored
 */
record Settled(ConsumerRecord<String, byte[]> origin, String outcome, Optional<Cause> cause,
        Optional<Instant> receivedAt) {

    /** Why a record is rejected. */
    record Cause(RejectionReason reason, String rule) {}

    /** Writes the changes to the store, in their order; one settled record for each reading. None tell whether the store is there. */
    static List<Settled> by(ArticleStore store, List<Reading> readings) {
        List<ArticleChange> changes = readings.stream().filter(Reading.Change.class::isInstance)
                .map(reading -> ((Reading.Change) reading).change()).toList();
        List<WriteOutcome> outcomes = store.write(changes);
        if (outcomes.size() != changes.size()) {
            throw new IllegalStateException("the store gave " + outcomes.size() + " outcomes of " + changes.size());
        }
        Iterator<WriteOutcome> next = outcomes.iterator();
        List<Settled> settled = new ArrayList<>(readings.size());
        for (Reading reading : readings) {
            settled.add(switch (reading) {
                case Reading.Change change -> of(change, next.next());
                case Reading.NoArticle none -> rejected(none.origin(), RejectionReason.NOT_AN_ARTICLE, none.rule());
            });
        }
        return settled;
    }

    /** The reason that is counted beside the outcome; empty where there is none. */
    String reason() {
        return cause.map(Cause::reason).map(RejectionReason::word).orElse("");
    }

    private static Settled of(Reading.Change change, WriteOutcome outcome) {
        ConsumerRecord<String, byte[]> origin = change.origin();
        return switch (outcome) {
            case WriteOutcome.Stored stored -> new Settled(origin, "stored", Optional.empty(), change.receivedAt());
            case WriteOutcome.Superseded superseded -> asItShould(origin, "superseded");
            case WriteOutcome.Withdrawn withdrawn -> asItShould(origin, "withdrawn");
            case WriteOutcome.NotStorable(String rule) -> rejected(origin, RejectionReason.NOT_STORABLE, rule);
        };
    }

    private static Settled asItShould(ConsumerRecord<String, byte[]> origin, String outcome) {
        return new Settled(origin, outcome, Optional.empty(), Optional.empty());
    }

    private static Settled rejected(ConsumerRecord<String, byte[]> origin, RejectionReason reason, String rule) {
        return new Settled(origin, "rejected", Optional.of(new Cause(reason, rule)), Optional.empty());
    }
}
