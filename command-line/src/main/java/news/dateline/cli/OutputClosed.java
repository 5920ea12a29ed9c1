package news.dateline.cli;

/** Whoever read standard output has gone, as {@code head} does when it has enough: no failure, but no use to go on. */
final class OutputClosed extends RuntimeException {
    OutputClosed() {
        super("standard output is closed");
    }
}
