package news.dateline.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A file to push, with the media type that its name tells. */
record PushFile(Path path, String mediaType) {
    static final String LINES = "application/x-ndjson";
    static final String JSON = "application/json";
    static final String FEED = "application/xml";
    static final String HTML = "text/html";
    static final String WARC = "application/warc";
    private static final String PACKED = ".gz";
    private static final Map<String, String> TYPES = Map.ofEntries(Map.entry(".ndjson", LINES),
            Map.entry(".jsonl", LINES), Map.entry(".json", JSON), Map.entry(".txt", "text/plain"),
            Map.entry(".xml", FEED), Map.entry(".rss", FEED), Map.entry(".atom", FEED), Map.entry(".rdf", FEED),
            Map.entry(".html", HTML), Map.entry(".htm", HTML), Map.entry(".xhtml", HTML), Map.entry(".warc", WARC));

    /** The file itself, or every file of a folder that can be pushed, in order of name. */
    static List<PushFile> in(Path path) {
        FoundFiles found = FoundFiles.named(path.toString());
        found.unreadable().forEach((file, why) -> {
            throw new Failure(file + " " + why);
        });
        if (found.files().isEmpty()) {
            throw new Failure(path + " has no file to push");
        }
        return found.files().stream().map(file -> new PushFile(file, mediaType(file).orElseThrow(
                () -> new Failure(file + ": its name does not tell its format"))))
                .toList();
    }

    static Optional<String> mediaType(Path path) {
        return Optional.ofNullable(path.getFileName()).flatMap(name -> mediaType(name.toString()));
    }

    /** What a name tells, packed with gzip or not. */
    static Optional<String> mediaType(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        String plain = name.endsWith(PACKED) ? name.substring(0, name.length() - PACKED.length()) : name;
        int dot = plain.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : Optional.ofNullable(TYPES.get(plain.substring(dot)));
    }
}
