package news.dateline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Sends the log of an embedded pipeline to a file, so that the terminal stays with what people ask for. */
final class LogFile {
    private LogFile() {
    }

    /** Must be called before the first log line: the log is configured once, from this property. */
    static void in(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new Failure("can't write to " + folder + ": " + e.getMessage(), e);
        }
        System.setProperty("dateline.log", folder.resolve("dateline.log").toString());
        bridge();
    }

    /** For commands that embed no service: what libraries say stays off the terminal. */
    static void none() {
        bridge();
    }

    /** Lucene and the PostgreSQL driver log through java.util.logging, which would write to the terminal. */
    private static void bridge() {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
