package news.dateline.enrich.stream;

import news.dateline.contract.ArticleHeaders;
import news.dateline.contract.EnrichedArticle;
import news.dateline.contract.PublicationStatus;
import news.dateline.contract.RawArticle;
import news.dateline.enrich.Enricher;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Turns a takedown into what consumers see of it: a tombstone when canceled, a notice without text when withheld. */
final class TakeDown extends ContextualFixedKeyProcessor<String, Arrival, Carried> {
    private final Enricher enricher;
    private final Outcomes outcomes;

    TakeDown(Enricher enricher, Outcomes outcomes) {
        this.enricher = enricher;
        this.outcomes = outcomes;
    }

    @Override
    public void process(FixedKeyRecord<String, Arrival> entry) {
        if (!(entry.value() instanceof Arrival.TakenDown(RawArticle raw, long revision))) {
            throw new IllegalStateException("only takedowns come here");
        }
        outcomes.left("withdrawn", "take-down", entry, context().recordMetadata());
        if (raw.status() == PublicationStatus.CANCELED) {
            ArticleHeaders.describeTakedown(revision, entry.headers());
            context().forward(entry.withValue(null));
        } else {
            EnrichedArticle notice = enricher.withhold(raw, revision);
            ArticleHeaders.describe(notice, entry.headers());
            context().forward(entry.withValue(Carried.of(notice)));
        }
    }
}
