package news.dateline.sink.store;

/** The store can't be used now, and nothing of the call was kept or promised: try again later. */
public final class StoreUnavailable extends RuntimeException {
    /**
     * @param store what is waited for, in one line, such as {@code PostgreSQL at localhost:5432/dateline}
     */
    public StoreUnavailable(String store, Throwable cause) {
        super(store, cause);
    }

    /** What is waited for, in one line. */
    public String store() {
        return getMessage();
    }
}
