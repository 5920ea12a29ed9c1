package news.dateline.enrich.stream;

import java.time.Clock;
import java.util.Optional;
import news.dateline.chassis.Metrics;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cleans and labels a new text.
 *
 * <p>The steps are pure, so an article that makes one of them fail would fail for ever: it is rejected, and the stream
 * goes on instead of meeting it again after each restart.
 */
final class Label extends ContextualFixedKeyProcessor<String, Arrival, Arrival> {
    private static final Logger LOG = LoggerFactory.getLogger(Label.class);

    private final Enricher enricher;
    private final Metrics metrics;
    private final Clock clock;
    private KeyValueStore<String, KnownRevision> revisions;

    Label(Enricher enricher, Metrics metrics, Clock clock) {
        this.enricher = enricher;
        this.metrics = metrics;
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
        try {
            return new Arrival.Labelled(enricher.enrich(raw, revision));
        } catch (RuntimeException e) {
            var place = context().recordMetadata().orElseThrow();
            LOG.atError().addKeyValue("articleId", raw.articleId()).addKeyValue("partition", place.partition())
                    .addKeyValue("offset", place.offset()).setCause(e).log("article can't be enriched");
            new Rejection(EnrichTopology.SERVICE, RejectionReason.NOT_ENRICHABLE, e.getClass().getSimpleName(),
                    Optional.empty(), Origin.record(place.topic(), place.partition(), place.offset()),
                    Optional.empty(), clock.instant()).addTo(entry.headers());
            // The same text may be pushed again once the defect is mended, and must not count as known then.
            revisions.put(entry.key(), revisions.get(entry.key()).withContentForgotten());
            metrics.outcome("rejected", RejectionReason.NOT_ENRICHABLE.word());
            return new Arrival.Rejected(
                    new Arrival.Bytes(Topics.RAW.value().serializer().serialize(Topics.RAW.name(), raw)));
        }
    }
}
