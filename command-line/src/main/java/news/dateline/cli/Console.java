package news.dateline.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Help.Ansi;

/** What people see: results on standard output, progress and errors on standard error, colours on a terminal only. */
final class Console {
    private static final PrintStream OUT = new PrintStream(new FileOutputStream(FileDescriptor.out), false,
            StandardCharsets.UTF_8);

    private Console() {
    }

    /** A line of the result; {@code @|bold …|@} marks style. */
    static void line(String markup) {
        raw(Ansi.AUTO.string(markup));
    }

    /** A line of the result exactly as it is. */
    static void raw(String text) {
        OUT.println(text);
        OUT.flush();
    }

    static void error(String message) {
        System.err.println(Ansi.AUTO.string("@|bold,red dateline:|@ ") + message);
    }

    static void note(String message) {
        System.err.println(Ansi.AUTO.string("@|faint " + plain(message) + "|@"));
    }

    /** Text of an article or a user, which must not be read as markup nor steer the terminal. */
    static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", " ").replace("@|", "@ |").replace("|@", "| @");
    }
}
