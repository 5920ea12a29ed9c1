package news.dateline.enrich.stream;

import news.dateline.contract.PublicationStatus;
import news.dateline.contract.RawArticle;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;

/** Lets a newer text or a takedown of an article pass; drops what is unchanged or superseded. */
final class KeepNewestRevision extends ContextualFixedKeyProcessor<String, Arrival, Arrival> {
    private static final String STEP = "keep-newest-revision";

    private final Outcomes outcomes;
    private KeyValueStore<String, KnownRevision> revisions;

    KeepNewestRevision(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, Arrival> context) {
        super.init(context);
        revisions = context.getStateStore(EnrichTopology.REVISIONS);
    }

    @Override
    public void process(FixedKeyRecord<String, Arrival> entry) {
        if (!(entry.value() instanceof Arrival.Received(RawArticle raw))) {
            throw new IllegalStateException("only received articles come here");
        }
        KnownRevision known = revisions.get(entry.key());
        switch (known == null ? KnownRevision.first(raw) : known.judge(raw)) {
            case KnownRevision.Verdict.Superseded() -> leaves("superseded", entry);
            case KnownRevision.Verdict.Unchanged(KnownRevision latest) -> {
                revisions.put(entry.key(), latest);
                leaves("unchanged", entry);
            }
            case KnownRevision.Verdict.Newest(KnownRevision latest) -> {
                revisions.put(entry.key(), latest);
                context().forward(entry.withValue(raw.status() == PublicationStatus.USABLE
                        ? new Arrival.NewText(raw, latest.revision())
                        : new Arrival.TakenDown(raw, latest.revision())));
            }
        }
    }

    private void leaves(String outcome, FixedKeyRecord<String, Arrival> entry) {
        outcomes.left(outcome, STEP, entry, context().recordMetadata());
    }
}
