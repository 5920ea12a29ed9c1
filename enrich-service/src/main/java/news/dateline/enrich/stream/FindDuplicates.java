package news.dateline.enrich.stream;

import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;

/** Marks an article whose text another article had first; the records come keyed by text. */
final class FindDuplicates extends ContextualFixedKeyProcessor<String, Carried, Carried> {
    private KeyValueStore<String, String> texts;

    @Override
    public void init(FixedKeyProcessorContext<String, Carried> context) {
        super.init(context);
        texts = context.getStateStore(EnrichTopology.TEXTS);
    }

    @Override
    public void process(FixedKeyRecord<String, Carried> entry) {
        Carried article = entry.value();
        String first = texts.putIfAbsent(entry.key(), article.articleId());
        context().forward(first == null || first.equals(article.articleId())
                ? entry
                : entry.withValue(article.asDuplicateOf(first)));
    }
}
