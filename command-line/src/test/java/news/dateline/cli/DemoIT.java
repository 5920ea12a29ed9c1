package news.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import news.dateline.cli.ChildCommand.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoIT {
    @TempDir
    private Path temporary;

    @Test
    void everySampleArticleHasItsOutcome() throws IOException {
        Ended demo = ChildCommand
                .start(Map.of("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary.toAbsolutePath()), "", "demo").end();

        assertThat(demo.err()).doesNotContain("Exception");
        assertThat(demo.out()).as(log()).doesNotContain("\u001b")
                .contains("83 in = 78 stored + 1 unchanged + 1 superseded + 1 withdrawn + 2 rejected")
                .contains("in PostgreSQL now: 75 articles, 1 of them duplicates of another");
        assertThat(demo.status()).isZero();
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left.filter(path -> path.getFileName().toString().startsWith("dateline-"))).isEmpty();
        }
    }

    /** What a demo that failed has left to look at. */
    private String log() throws IOException {
        try (Stream<Path> files = Files.walk(temporary)) {
            Optional<Path> log = files.filter(path -> path.endsWith("logs/dateline.log")).findFirst();
            return log.isPresent() ? Files.readString(log.get()) : "the demo's output";
        }
    }
}
