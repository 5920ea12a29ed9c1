package news.dateline.enrich.section;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class TrainingDataTest {
    @TempDir
    private Path folder;

    @Test
    void readsLinesOfPublisherHeadlineTextAndSections() throws IOException {
        Files.writeString(folder.resolve("own.ndjson"), """
                {"publisher":"a.example","headline":"One","text":"Words","sections":["Garden","Home"]}

                {"publisher":"b.example","headline":"Two","text":"","sections":[]}
                """);

        List<LabelledArticle> read = TrainingData.read(folder);

        assertThat(read).hasSize(2);
        assertThat(read.get(0).publisher()).isEqualTo("a.example");
        assertThat(read.get(0).sections()).containsExactly("Garden", "Home");
        assertThat(read.get(1).sections()).isEmpty();
    }

    @Test
    void namesFileAndLineOfWhatIsNoJson() throws IOException {
        Files.writeString(folder.resolve("own.ndjson"), "{\"headline\":\"One\",\"sections\":[]}\n{\"headline\":\n");

        assertThatThrownBy(() -> TrainingData.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("own.ndjson, line 2");
    }

    @Test
    void namesFileAndLineOfSectionsThatAreNoList() throws IOException {
        Files.writeString(folder.resolve("own.ndjson"), "{\"headline\":\"One\",\"sections\":\"World\"}\n");

        assertThatThrownBy(() -> TrainingData.read(folder)).hasMessageContaining("own.ndjson, line 1: sections must");
    }

    @Test
    void saysThatAFolderHoldsNoArticles() {
        assertThatThrownBy(() -> TrainingData.read(folder)).hasMessageContaining("no labelled articles");
    }

    @Test
    void takesTheSourceOffAnAggregatorsTitle() {
        assertThat(TrainingData.withoutSource("Storm nears - live - The Times")).isEqualTo("Storm nears - live");
        assertThat(TrainingData.withoutSource("Storm nears")).isEqualTo("Storm nears");
    }

    @Test
    void keepsTheSourceOfATitleAsFurniture() {
        assertThat(TrainingData.source("Storm nears - live - Times.co.uk")).containsExactly("co", "times", "uk");
        assertThat(TrainingData.source("Storm nears")).isEmpty();
    }

    @Test
    void countsSubdomainsAsOnePublisher() {
        assertThat(PublisherSite.domain("sports.example.com")).isEqualTo("example.com");
        assertThat(PublisherSite.domain("www.example.co.uk")).isEqualTo("example.co.uk");
        assertThat(PublisherSite.domain("example.com")).isEqualTo("example.com");
    }

    @Test
    void trainsOnAFolderAndWritesModelAndCard() throws IOException {
        JsonMapper json = JsonMapper.shared();
        Files.writeString(folder.resolve("own.ndjson"), TinyNews.articles().stream()
                .map(a -> json.writeValueAsString(Map.of(
                        "publisher", a.publisher(), "headline", a.headline(), "text", a.body(),
                        "publishedAt", a.publishedAt(), "sections", a.sections())))
                .collect(Collectors.joining("\n")));
        ByteArrayOutputStream progress = new ByteArrayOutputStream();

        Training.run(folder, folder.resolve("out"), new PrintStream(progress, true, StandardCharsets.UTF_8));

        assertThat(progress.toString(StandardCharsets.UTF_8))
                .contains("240 labelled articles", "held out", "later month: own.ndjson", "macro-F1");
        assertThat(folder.resolve("out/sections-en.model")).isNotEmptyFile();
        assertThat(folder.resolve("out/MODEL_CARD.md")).content().contains("Chess", "Garden", "own.ndjson");
    }
}
