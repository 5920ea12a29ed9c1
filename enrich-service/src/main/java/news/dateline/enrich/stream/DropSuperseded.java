package news.dateline.enrich.stream;

import java.util.Optional;
import news.dateline.chassis.Metrics;
import news.dateline.chassis.Traces;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Lets only the newest revision out.
 *
 * <p>Two texts of one article take different ways while duplicates are looked up, and may overtake each other there; the
 * store that judged them at the entrance knows which is the newest.
 */
final class DropSuperseded extends ContextualFixedKeyProcessor<String, Carried, Carried> {
    private final Metrics metrics;
    private final Outcomes outcomes;
    private KeyValueStore<String, KnownRevision> revisions;

    DropSuperseded(Metrics metrics, Outcomes outcomes) {
        this.metrics = metrics;
        this.outcomes = outcomes;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, Carried> context) {
        super.init(context);
        revisions = context.getStateStore(EnrichTopology.REVISIONS);
    }

    @Override
    public void process(FixedKeyRecord<String, Carried> entry) {
        Optional<Traces.Step> step = outcomes.begin("drop-superseded", entry, context().recordMetadata());
        KnownRevision newest = revisions.get(entry.key());
        // A record that a foreign producer put into another partition than its key's is unknown here: it is not lost.
        if (newest != null && newest.revision() > entry.value().revision()) {
            outcomes.left("superseded", step);
            return;
        }
        outcomes.left("enriched", step);
        metrics.passedOn(entry.value().receivedAt());
        context().forward(entry);
    }
}
