package news.dateline.enrich.stream;

import news.dateline.chassis.Metrics;
import news.dateline.contract.ArticleHeaders;
import news.dateline.contract.EnrichedArticle;
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
final class DropSuperseded extends ContextualFixedKeyProcessor<String, EnrichedArticle, EnrichedArticle> {
    private final Metrics metrics;
    private KeyValueStore<String, KnownRevision> revisions;

    DropSuperseded(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, EnrichedArticle> context) {
        super.init(context);
        revisions = context.getStateStore(EnrichTopology.REVISIONS);
    }

    @Override
    public void process(FixedKeyRecord<String, EnrichedArticle> entry) {
        KnownRevision newest = revisions.get(entry.key());
        // A record that a foreign producer put into another partition than its key's is unknown here: it is not lost.
        if (newest != null && newest.revision() > entry.value().revision()) {
            metrics.outcome("superseded");
            return;
        }
        ArticleHeaders.describe(entry.value(), entry.headers());
        metrics.outcome("enriched");
        context().forward(entry);
    }
}
