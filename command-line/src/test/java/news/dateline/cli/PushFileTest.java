package news.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PushFileTest {
    @TempDir
    private Path folder;

    @Test
    void takesAFoldersFilesInOrderOfNameAndLeavesOutOthers() throws IOException {
        Files.createDirectories(folder.resolve("c"));
        for (String name : new String[]{"b.json", "a.NDJSON", "c/d.txt", "c/e.jsonl", "README.md", "f"}) {
            Files.writeString(folder.resolve(name), "");
        }

        assertThat(PushFile.in(folder)).containsExactly(
                new PushFile(folder.resolve("a.NDJSON"), "application/x-ndjson"),
                new PushFile(folder.resolve("b.json"), "application/json"),
                new PushFile(folder.resolve("c/d.txt"), "text/plain"),
                new PushFile(folder.resolve("c/e.jsonl"), "application/x-ndjson"));
    }

    @Test
    void saysSoWhenThereIsNothing() {
        assertThatThrownBy(() -> PushFile.in(folder.resolve("none.json"))).isInstanceOf(Failure.class)
                .hasMessageEndingWith("none.json does not exist");
    }

    @Test
    void saysSoWhenAFolderHasNothingToPush() {
        assertThatThrownBy(() -> PushFile.in(folder)).isInstanceOf(Failure.class)
                .hasMessageEndingWith("has no file to push");
    }

    @Test
    void asksForTheTypeWhenTheNameDoesNotTell() throws IOException {
        Path file = Files.writeString(folder.resolve("articles.csv"), "");

        assertThatThrownBy(() -> PushFile.in(file)).isInstanceOf(Failure.class).hasMessageContaining("format");
    }
}
