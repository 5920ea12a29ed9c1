package news.dateline.cli;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The files that an argument names: a file, every file of a folder, or those that match a pattern; in order of name.
 *
 * @param files      to be read; of a folder those whose names tell a format
 * @param skipped    the others of a folder
 * @param unreadable what could not be looked into, with the reason
 */
record FoundFiles(List<Path> files, List<Path> skipped, Map<Path, String> unreadable) {
    /** What comes before the part of a path that has a wildcard in it. */
    private static final Pattern FOLDER_OF_PATTERN = Pattern.compile("([^*?\\[{]*/)?[^/]*[*?\\[{].*", Pattern.DOTALL);

    static FoundFiles named(String name) {
        try {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                FoundFiles found = in(path, file -> PushFile.mediaType(file).isPresent());
                return found.files.isEmpty() && found.unreadable.isEmpty()
                        ? new FoundFiles(List.of(), found.skipped, Map.of(path, "has no file to push"))
                        : found;
            }
            if (Files.exists(path)) {
                return new FoundFiles(List.of(path), List.of(), Map.of());
            }
        } catch (InvalidPathException e) {
            throw new Failure("'" + name + "' is no path", e);
        }
        Matcher pattern = FOLDER_OF_PATTERN.matcher(name);
        return pattern.matches()
                ? matching(name, pattern.group(1) == null ? "" : pattern.group(1))
                : new FoundFiles(List.of(), List.of(), Map.of(Path.of(name), "does not exist"));
    }

    private static FoundFiles matching(String pattern, String folder) {
        try {
            var matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
            FoundFiles found = in(Path.of(folder), matcher::matches);
            return found.files.isEmpty() && found.unreadable.isEmpty()
                    ? new FoundFiles(List.of(), List.of(), Map.of(Path.of(pattern), "matches no file"))
                    : new FoundFiles(found.files, List.of(), found.unreadable);
        } catch (PatternSyntaxException e) {
            throw new Failure("'" + pattern + "' is no pattern of file names: " + e.getDescription(), e);
        }
    }

    private static FoundFiles in(Path folder, Predicate<Path> wanted) {
        List<Path> files = new ArrayList<>();
        List<Path> skipped = new ArrayList<>();
        Map<Path, String> unreadable = new TreeMap<>();
        FileVisitor<Path> visitor = new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (Files.isRegularFile(file)) {
                    (wanted.test(file) ? files : skipped).add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                unreadable.put(file, "can't be read: " + failure.getMessage());
                return FileVisitResult.CONTINUE;
            }
        };
        try {
            Files.walkFileTree(folder, visitor);
        } catch (IOException e) {
            unreadable.put(folder, "can't be read: " + e.getMessage());
        }
        return new FoundFiles(files.stream().sorted().toList(), skipped.stream().sorted().toList(), unreadable);
    }
}
