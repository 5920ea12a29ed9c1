package news.dateline.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import news.dateline.chassis.InvalidSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SinkSettingsTest {
    @Test
    void hasAStandardForEverything() {
        SinkSettings settings = SinkSettings.read(Map.of());
        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.port()).isEqualTo(8402);
        assertThat(settings.database().name()).isEqualTo("PostgreSQL at localhost:5432/dateline");
        assertThat(settings.kafka()).containsEntry("bootstrap.servers", "localhost:9092");
    }

    @Test
    void takesThePasswordFromAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "from-file\n");
        SinkSettings settings = SinkSettings.read(Map.of("DATELINE_SINK_DATABASE_PASSWORD", "from-variable",
                "DATELINE_SINK_DATABASE_PASSWORD_FILE", file.toString()));
        assertThat(settings.database().password()).contains("from-file");
    }

    @Test
    void namesTheFileWhosePasswordIsMissingAndNoPassword(@TempDir Path folder) throws IOException {
        Path empty = Files.writeString(folder.resolve("empty"), "\n");
        for (Path file : List.of(empty, folder, folder.resolve("missing"))) {
            assertThatThrownBy(() -> SinkSettings.read(Map.of("DATELINE_SINK_DATABASE_PASSWORD", "hunter2",
                    "DATELINE_SINK_DATABASE_PASSWORD_FILE", file.toString()))).isInstanceOf(InvalidSettings.class)
                    .hasMessageStartingWith("DATELINE_SINK_DATABASE_PASSWORD_FILE='" + file
                            + "' must be the path of a readable file that is not empty")
                    .hasMessageNotContainingAny("hunter2", "\n");
        }
    }

    @Test
    void quotesNoAddressThatMayHoldAPassword() {
        assertThatThrownBy(() -> SinkSettings
                .read(Map.of("DATELINE_SINK_DATABASE_URL", "postgresql://dateline:hunter2@db/news")))
                .isInstanceOf(InvalidSettings.class).hasMessageStartingWith(
                        "DATELINE_SINK_DATABASE_URL must be a JDBC URL that begins with jdbc:postgresql:")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void namesEveryProblemTogether() {
        assertThatThrownBy(() -> SinkSettings.read(Map.of("DATELINE_SINK_PORT", "seven",
                "DATELINE_SINK_DATABASE_PASSWORD_FILE", "/no/such/file", "DATELINE_SINK_DATABASE_URL", "mysql:x",
                "DATELINE_SINK_PROT", "1")))
                .isInstanceOf(InvalidSettings.class).hasMessageContainingAll("DATELINE_SINK_PORT='seven'",
                        "DATELINE_SINK_DATABASE_PASSWORD_FILE", "DATELINE_SINK_DATABASE_URL", "DATELINE_SINK_PROT");
    }

    @Test
    void doesNotShowThePassword() {
        SinkSettings settings = SinkSettings.read(Map.of("DATELINE_SINK_DATABASE_PASSWORD", "hunter2",
                "DATELINE_SINK_DATABASE_URL", "jdbc:postgresql://db/news?password=hunter2"));
        assertThat(settings.toString()).doesNotContain("hunter2").contains("PostgreSQL at db/news");
    }
}
