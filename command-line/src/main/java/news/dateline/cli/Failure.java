package news.dateline.cli;

/** Why a command failed, in one line that says what to do next. */
final class Failure extends RuntimeException {
    Failure(String message) {
        super(message);
    }

    Failure(String message, Throwable cause) {
        super(message, cause);
    }
}
