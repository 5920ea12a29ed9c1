package news.dateline.enrich.stream;

import java.time.Clock;
import java.util.Optional;
import news.dateline.chassis.Traces;
import news.dateline.contract.ArticleHeaders;
import news.dateline.contract.EnrichedArticle;
import news.dateline.contract.Origin;
import news.dateline.contract.Rejection;
import news.dateline.contract.RejectionReason;
import news.dateline.contract.RawArticle;
import news.dateline.contract.Topics;
import news.dateline.enrich.Enricher;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Cleans and labels a new text.
 *
 * <p>The steps are pure, so an article that makes one of them fail would fail for ever: it is rejected, and the stream
 * goes on instead of meeting it again after each restart.
 */
final class Label extends ContextualFixedKeyProcessor<String, Arrival, Arrival> {
    private final Enricher enricher;
    private final Outcomes outcomes;
    private final Clock clock;
    private KeyValueStore<String, KnownRevision> revisions;

    Label(Enricher enricher, Outcomes outcomes, Clock clock) {
        this.enricher = enricher;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, Arrival> context) {
        super.init(context);
        revisions = context.getStateStore(EnrichTopology.REVISIONS);
    }

    @Override
    public void process(FixedKeyRecord<String, Arrival> entry) {
        if (!(entry.value() instanceof Arrival.NewText(RawArticle raw, long revision))) {
            throw new IllegalStateException("only new texts come here");
        }
        context().forward(entry.withValue(label(raw, revision, entry)));
    }

    private Arrival label(RawArticle raw, long revision, FixedKeyRecord<String, Arrival> entry) {
        Optional<Traces.Step> step = outcomes.begin("label", entry, context().recordMetadata());
        try {
            EnrichedArticle article = enricher.enrich(raw, revision);
            Carried carried = Carried.of(article);
            ArticleHeaders.describe(article, entry.headers());
            Outcomes.passedOn(step);
            return new Arrival.Labelled(carried);
        } catch (RuntimeException e) {
            var place = context().recordMetadata().orElseThrow();
            outcomes.rejected(
                    new Rejection(EnrichTopology.SERVICE, RejectionReason.NOT_ENRICHABLE, e.getClass().getSimpleName(),
                            Optional.empty(), Origin.record(place.topic(), place.partition(), place.offset()),
                            Optional.empty(), clock.instant()),
                    entry, step, Optional.of(e));
            // The same text may be pushed again once the defect is mended, and must not count as known then.
            revisions.put(entry.key(), revisions.get(entry.key()).withContentForgotten());
            return new Arrival.Rejected(
                    new Arrival.Bytes(Topics.RAW.value().serializer().serialize(Topics.RAW.name(), raw)));
        }
    }
}
