package news.dateline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far each file of a push came: lines of JSON, of which the last one of a file counts.
 *
 * <p>A line is added after an answer, so that a kill makes a part come twice and never leaves one out; pushing twice makes
 * no second article. A file that has changed since is pushed from its beginning.
 */
final class ResumeLog implements AutoCloseable {
    static final long WHOLE = Long.MAX_VALUE;

    private final Map<String, Mark> marks = new HashMap<>();
    private final Optional<OutputStream> log;

    /**
     * How far a file came.
     *
     * @param size what it was then, as is the time
     * @param done how many of its lines or records are answered; more than it has when all are
     */
    record Mark(String file, long size, String modified, long done) {
        boolean isWhole() {
            return done == WHOLE;
        }

        private boolean isOf(Mark now) {
            return size == now.size && modified.equals(now.modified);
        }
    }

    private ResumeLog(Optional<OutputStream> log) {
        this.log = log;
    }

    /** Remembers nothing. */
    static ResumeLog none() {
        return new ResumeLog(Optional.empty());
    }

    static ResumeLog at(Path path) {
        try {
            ResumeLog log = new ResumeLog(Optional.of(Files.newOutputStream(path, StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND)));
            try (Stream<String> lines = Files.lines(path)) {
                lines.forEach(log::read);
            }
            // A kill in the middle of a line leaves it without its end.
            log.write("\n");
            return log;
        } catch (IOException | UncheckedIOException e) {
            throw new Failure("can't keep in " + path + " how far the push came: " + e.getMessage(), e);
        }
    }

    private void read(String line) {
        try {
            JsonNode mark = JsonMapper.shared().readTree(line);
            if (mark.has("file")) {
                marks.put(mark.path("file").asString(""), JsonMapper.shared().treeToValue(mark, Mark.class));
            }
        } catch (JacksonException e) {
            Console.note("passed over a line of the resume file that a kill cut off");
        }
    }

    /** How far the file came, where it is still as it was then. */
    Mark of(Path file) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        Mark fresh = new Mark(file.toAbsolutePath().normalize().toString(), now.size(),
                now.lastModifiedTime().toString(), 0);
        return Optional.ofNullable(marks.get(fresh.file)).filter(mark -> mark.isOf(fresh)).orElse(fresh);
    }

    void done(Mark mark, long done) {
        if (log.isPresent()) {
            write(JsonMapper.shared().writeValueAsString(new Mark(mark.file, mark.size, mark.modified, done)) + "\n");
        }
    }

    private void write(String line) {
        try {
            log.orElseThrow().write(line.getBytes(UTF_8));
        } catch (IOException e) {
            throw new Failure("can't write down how far the push came: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        if (log.isPresent()) {
            try {
                log.get().close();
            } catch (IOException e) {
                throw new Failure("can't write down how far the push came: " + e.getMessage(), e);
            }
        }
    }
}
