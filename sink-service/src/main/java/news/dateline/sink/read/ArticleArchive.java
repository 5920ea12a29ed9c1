package news.dateline.sink.read;

import java.util.Optional;

/** Reads kept articles; never changes one. Every method throws {@code StoreUnavailable} when it can't be read now. */
public interface ArticleArchive extends AutoCloseable {
    /** The articles that a query asks for, newest first; a withheld one is never among them. */
    Page page(ArticleQuery query);

    /** One article, also a withheld one. */
    Optional<StoredArticle> find(String articleId);

    /** How many articles are kept. */
    Counts counts();

    @Override
    void close();

    /**
     * How many articles are kept.
     *
     * @param articles   usable ones, duplicates included
     * @param duplicates those of them that have the same text as another
     * @param withheld   those that are kept without text
     */
    record Counts(long articles, long duplicates, long withheld) {}
}
