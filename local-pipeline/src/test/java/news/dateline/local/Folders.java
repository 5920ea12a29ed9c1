package news.dateline.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Folders that tests make and read. */
public final class Folders {
    private Folders() {
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** A file of the real data beside the project, where this machine has it. */
    public static Optional<Path> realData(String file) {
        return Stream.of("../../shared/data", "../shared/data").map(Path::of).map(data -> data.resolve(file))
                .filter(Files::exists).findFirst();
    }
}
