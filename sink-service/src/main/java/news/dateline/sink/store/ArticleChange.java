package news.dateline.sink.store;

import java.util.List;
import java.util.Optional;
import news.dateline.contract.Declared;
import news.dateline.contract.EnrichedArticle;
import news.dateline.contract.PublicationStatus;

/** A change of one kept article, as a record of the enriched topic tells it. */
public sealed interface ArticleChange {
    /** The article that changes. */
    String articleId();

    /**
     * Keep this revision unless a later one is kept; of a withheld article neither text nor labels are taken over.
     *
     * @param traceId of the trace in which this revision came
     */
    record Upsert(EnrichedArticle article, Optional<String> traceId) implements ArticleChange {
        public Upsert {
            switch (article.status()) {
                case USABLE -> {
                }
                case WITHHELD -> article = withoutText(article);
                case CANCELED -> throw new IllegalArgumentException("a canceled article is a takedown");
            }
        }

        @Override
        public String articleId() {
            return article.articleId();
        }
    }

    /** Keep nothing of the article any more. */
    record Takedown(String articleId) implements ArticleChange {}

    /** The change that an article of the enriched topic asks for. */
    static ArticleChange to(EnrichedArticle article, Optional<String> traceId) {
        return article.status() == PublicationStatus.CANCELED
                ? new Takedown(article.articleId())
                : new Upsert(article, traceId);
    }

    private static EnrichedArticle withoutText(EnrichedArticle article) {
        return new EnrichedArticle(article.schemaVersion(), article.articleId(), article.revision(), article.status(),
                article.sourceArticleId(), article.url(), article.source(), "", "", "", Optional.empty(), List.of(),
                Declared.NOTHING,
                Optional.empty(), List.of(), "", Optional.empty(), article.publishedAt(), article.updatedAt(),
                article.receivedAt(), article.enrichedAt());
    }
}
