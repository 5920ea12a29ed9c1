package news.dateline.sink.store;

/** The store can never be used as it is, however long one waits: somebody has to change it, or this version. */
public final class StoreUnusable extends RuntimeException {
    /**
     * @param why the store and what is wrong with it, in one line
     */
    public StoreUnusable(String why, Throwable cause) {
        super(why, cause);
    }
}
