package news.dateline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
    }
}
