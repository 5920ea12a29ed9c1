package news.dateline.sink.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.dateline.contract.EnrichedArticle;
import news.dateline.contract.PublicationStatus;

/** Keeps articles in memory; can be away for some calls. */
public final class InMemoryStore implements ArticleStore {
    private final Map<String, EnrichedArticle> articles = new HashMap<>();
    private final List<List<ArticleChange>> writes = new ArrayList<>();
    private int callsAway;

    /** The next calls find the store away. */
    public void goAway(int calls) {
        callsAway = calls;
    }

    public Optional<EnrichedArticle> kept(String articleId) {
        return Optional.ofNullable(articles.get(articleId));
    }

    /** The batches that were written. */
    public List<List<ArticleChange>> writes() {
        return writes;
    }

    @Override
    public void prepare() {
        // Memory is always ready.
    }

    @Override
    public List<WriteOutcome> write(List<ArticleChange> changes) {
        if (callsAway > 0) {
            callsAway--;
            throw new StoreUnavailable("memory", new IllegalStateException("away"));
        }
        if (!changes.isEmpty()) {
            writes.add(List.copyOf(changes));
        }
        return changes.stream().map(this::write).toList();
    }

    private WriteOutcome write(ArticleChange change) {
        return switch (change) {
            case ArticleChange.Takedown takedown -> {
                articles.remove(takedown.articleId());
                yield WriteOutcome.WITHDRAWN;
            }
            case ArticleChange.Upsert(EnrichedArticle article, var trace) when article.headline().indexOf('\0') >= 0 ->
                new WriteOutcome.NotStorable("U+0000");
            case ArticleChange.Upsert(EnrichedArticle article, var trace) when kept(article.articleId())
                    .filter(kept -> kept.revision() > article.revision()).isPresent() ->
                WriteOutcome.SUPERSEDED;
            case ArticleChange.Upsert(EnrichedArticle article, var trace) -> {
                articles.put(article.articleId(), article);
                yield article.status() == PublicationStatus.WITHHELD ? WriteOutcome.WITHDRAWN : WriteOutcome.STORED;
            }
        };
    }

    @Override
    public void close() {
        articles.clear();
    }
}
