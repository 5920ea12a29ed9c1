package news.dateline.local;

/** What stands in the way of a local pipeline, in one line that says what to do. */
public final class CannotStart extends RuntimeException {
    CannotStart(String message) {
        super(message);
    }

    CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
