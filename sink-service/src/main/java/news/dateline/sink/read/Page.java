package news.dateline.sink.read;

import java.util.List;
import java.util.Optional;

/** Articles in the order in which they were asked for, and where the next ones begin; absent when there are none. */
public record Page(List<StoredArticle> articles, Optional<Cursor> next) {
    public Page {
        articles = List.copyOf(articles);
    }
}
