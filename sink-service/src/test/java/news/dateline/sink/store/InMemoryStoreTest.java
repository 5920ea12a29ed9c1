package news.dateline.sink.store;

import java.util.Optional;
import news.dateline.contract.EnrichedArticle;

final class InMemoryStoreTest extends ArticleStoreContract {
    private final InMemoryStore store = new InMemoryStore();

    @Override
    protected ArticleStore store() {
        return store;
    }

    @Override
    protected Optional<EnrichedArticle> kept(String articleId) {
        return store.kept(articleId);
    }
}
