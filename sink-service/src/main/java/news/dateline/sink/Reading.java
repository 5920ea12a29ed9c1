package news.dateline.sink;

import java.time.Instant;
import java.util.Optional;
import news.dateline.contract.EnrichedArticle;
import news.dateline.contract.Topics;
import news.dateline.contract.TraceContext;
import news.dateline.sink.store.ArticleChange;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;

/** A record of the enriched topic as the sink understands it. */
sealed interface Reading {
    /** The record as it was consumed. */
    ConsumerRecord<String, byte[]> origin();

    /** It changes an article. */
    record Change(ConsumerRecord<String, byte[]> origin, ArticleChange change) implements Reading {
        /** When ingest took the article; absent for a takedown, which tells nothing of it. */
        Optional<Instant> receivedAt() {
            return change instanceof ArticleChange.Upsert upsert
                    ? Optional.of(upsert.article().receivedAt())
                    : Optional.empty();
        }
    }

    /** It is no article. */
    record NoArticle(ConsumerRecord<String, byte[]> origin, String rule) implements Reading {}

    /** Understands a record; an absent value is the article's takedown. */
    static Reading of(ConsumerRecord<String, byte[]> origin) {
        if (origin.key() == null || origin.key().isEmpty()) {
            return new NoArticle(origin, "the key must be the article's id");
        }
        if (origin.value() == null) {
            return new Change(origin, new ArticleChange.Takedown(origin.key()));
        }
        try {
            EnrichedArticle article = Topics.ENRICHED.value().deserializer().deserialize(origin.topic(),
                    origin.value());
            // Compaction and takedowns go by the key: an article under another key could not be taken down.
            return article.articleId().equals(origin.key())
                    ? new Change(origin, ArticleChange.to(article,
                            TraceContext.of(origin.headers()).map(TraceContext::traceId)))
                    : new NoArticle(origin, "the key must be the article's id");
        } catch (SerializationException e) {
            return new NoArticle(origin, e.getMessage());
        }
    }
}
