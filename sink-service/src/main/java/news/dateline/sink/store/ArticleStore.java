package news.dateline.sink.store;

import java.util.List;

/** Keeps the current state of every article; used by one thread at a time. */
public interface ArticleStore extends AutoCloseable {
    /**
     * Makes the store ready to be written and read; changes nothing where it is already.
     *
     * @throws StoreUnavailable when it can't be reached or made ready now
     * @throws StoreUnusable    when no waiting makes it ready
     */
    void prepare();

    /**
     * Makes changes in their order, all of them lasting when this returns.
     *
     * <p>No changes at all are made as well: this tells whether the store can be used. Making the same changes again, in the same order, changes nothing more: a writer that does not know whether its
     * changes were made makes them again.
     *
     * @return one outcome for each change, in the same order
     * @throws StoreUnavailable when the store can't be used now; a row that can never be kept is an outcome instead
     */
    List<WriteOutcome> write(List<ArticleChange> changes);

    @Override
    void close();
}
