package news.dateline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A file to push, with the media type that its name tells. */
record PushFile(Path path, String mediaType) {
    static final String LINES = "application/x-ndjson";

    /** The file itself, or every file of a folder that can be pushed, in order of name. */
    static List<PushFile> in(Path path) {
        if (!Files.exists(path)) {
            throw new Failure(path + " does not exist");
        }
        if (!Files.isDirectory(path)) {
            return List.of(mediaType(path).map(type -> new PushFile(path, type)).orElseThrow(() -> new Failure(
                    path + ": its name does not tell its format; known are .json, .ndjson, .jsonl and .txt; or give --type")));
        }
        List<PushFile> files = new ArrayList<>();
        try (Stream<Path> entries = Files.walk(path)) {
            entries.filter(Files::isRegularFile).sorted()
                    .forEach(file -> mediaType(file).ifPresent(type -> files.add(new PushFile(file, type))));
        } catch (IOException | UncheckedIOException e) {
            throw new Failure("can't read " + path + ": " + e.getMessage(), e);
        }
        if (files.isEmpty()) {
            throw new Failure(path + " has no .json, .ndjson, .jsonl or .txt file");
        }
        return files;
    }

    static Optional<String> mediaType(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".ndjson") || name.endsWith(".jsonl")) {
            return Optional.of(LINES);
        }
        if (name.endsWith(".json")) {
            return Optional.of("application/json");
        }
        return name.endsWith(".txt") ? Optional.of("text/plain") : Optional.empty();
    }
}
