package news.dateline.enrich;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import news.dateline.chassis.InvalidSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrichSettingsTest {
    @TempDir
    private Path folder;

    @Test
    void tellsWhatIsWrongWithAModelOfOnesOwn() throws IOException {
        Path model = Files.createFile(folder.resolve("empty.model"));

        assertThatThrownBy(() -> EnrichSettings.read(Map.of("DATELINE_ENRICH_SECTION_MODEL", model.toString())))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContainingAll("DATELINE_ENRICH_SECTION_MODEL='" + model, "the section model is cut short");
    }
}
