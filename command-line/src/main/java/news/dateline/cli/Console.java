package news.dateline.cli;

import picocli.CommandLine.Help.Ansi;

/** What people see: results on standard output, progress and errors on standard error, colours on a terminal only. */
final class Console {
    /** The launcher tells whether standard error is a terminal: the JVM can't know it of this stream alone. */
    private static final boolean TERMINAL = Boolean.getBoolean("dateline.terminal")
            && !"dumb".equals(System.getenv("TERM"));
    private static final Ansi ERROR_STYLE = TERMINAL && System.getenv("NO_COLOR") == null ? Ansi.ON : Ansi.OFF;

    private Console() {
    }

    /** Whether a person watches standard error. */
    static boolean isWatched() {
        return TERMINAL;
    }

    /** A line of the result; {@code @|bold …|@} marks style. */
    static void line(String markup) {
        raw(Ansi.AUTO.string(markup));
    }

    /** A line of the result exactly as it is. */
    static void raw(String text) {
        System.out.println(text);
        // Flushes as well.
        if (System.out.checkError()) {
            throw new OutputClosed();
        }
    }

    static void error(String message) {
        System.err.println(ERROR_STYLE.string("@|bold,red dateline:|@ ") + steerless(message));
    }

    static void note(String message) {
        System.err.println(ERROR_STYLE.string("@|faint " + plain(message) + "|@"));
    }

    /** Without control characters, line ends included, and without marks that turn the direction of writing. */
    private static String steerless(String text) {
        return text.replaceAll("[\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]", " ");
    }

    /** Text of an article or a user, which must not be read as markup nor steer the terminal. */
    static String plain(String text) {
        return steerless(text).replace("@|", "@ |").replace("|@", "| @");
    }
}
