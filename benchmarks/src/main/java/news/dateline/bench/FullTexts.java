package news.dateline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Whole news texts, since the week of news has the beginning of each only. */
final class FullTexts {
    /** From the root of the repository. */
    static final Path FOLDER = Path.of("../shared/data/sections/bbc_fulltext");

    private FullTexts() {
    }

    static boolean areThere() {
        return Files.isDirectory(FOLDER);
    }

    static List<String> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".txt") && Files.isRegularFile(file)
                    && !FOLDER.equals(file.getParent())).sorted().map(FullTexts::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + FOLDER, e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + file, e);
        }
    }
}
