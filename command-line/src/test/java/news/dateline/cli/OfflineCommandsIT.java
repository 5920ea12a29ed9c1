package news.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import news.dateline.cli.ChildCommand.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands that need no pipeline, and what the others say when there is none. */
class OfflineCommandsIT {
    /** Port 1 on the loopback address: nobody listens there. */
    private static final Map<String, String> NOBODY = Map.of("DATELINE_INGEST", "http://127.0.0.1:1", "DATELINE_READ",
            "http://127.0.0.1:1", "DATELINE_DASHBOARD", "http://127.0.0.1:1", "DATELINE_KAFKA_BOOTSTRAP_SERVERS",
            "127.0.0.1:1");

    @Test
    void enrichGivesALineForEachLineInOrderAndTellsBadOnes() {
        Ended enriched = runProcess(CommandsIT.article("e1", "Ceasefire holds in Sudan") + "\nno json\n"
                + CommandsIT.article("e3", "Central bank raises interest rates") + "\n", "enrich", "--explain");

        assertThat(enriched.status()).isEqualTo(1);
        List<JsonNode> lines = enriched.lines().stream().map(line -> JsonMapper.shared().readTree(line))
                .toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0).path("headline").asString()).isEqualTo("Ceasefire holds in Sudan");
        assertThat(lines.get(0).path("labels").path("tags").toString()).contains("Sudan", "Ceasefire");
        assertThat(lines.get(0).path("explanation").path("sectionScores")).hasSize(8);
        assertThat(lines.get(0).path("explanation").path("sectionWords")).hasSize(8);
        assertThat(
                lines.get(0).path("labels").path("sections").path(0).path("because").path(0).path("words").asString())
                .isNotEmpty();
        assertThat(lines.get(1).path("line").asInt()).isEqualTo(2);
        assertThat(lines.get(1).path("problem").asString()).isNotEmpty();
        assertThat(lines.get(2).path("headline").asString()).isEqualTo("Central bank raises interest rates");
    }

    @Test
    void enrichReadsAFileThatIsOnePageOfHtml(@TempDir Path folder) throws IOException {
        Path page = Files.writeString(folder.resolve("lamp.html"),
                "<!doctype html><title>Lamp relit</title><p>The lens "
                        + "at Skerry Point turned again on Friday, thirty-one years after it was switched off.</p>");

        Ended enriched = run("", "enrich", page.toString());

        assertThat(enriched.status()).isZero();
        assertThat(JsonMapper.shared().readTree(enriched.lines().getFirst()).path("headline").asString())
                .isEqualTo("Lamp relit");
    }

    @Test
    void extractPrintsTheArticleOfEachPageAndTellsWhichHasNone(@TempDir Path folder) throws IOException {
        String page = "<!doctype html><title>Lamp relit</title><nav><a href=/>Home</a></nav><p>The lens at Skerry Point turned "
                + "again on Friday, thirty-one years after it was switched off.</p>";
        Path empty = Files.writeString(folder.resolve("empty.html"), "<html></html>");
        Path archive = Files.writeString(folder.resolve("crawl.warc"), "WARC/1.0\r\nWARC-Type: response\r\n\r\n");

        Ended extracted = run(page, "extract", "--url", "https://example.org/lamp", empty.toString(),
                archive.toString(), "-");

        assertThat(extracted.status()).isEqualTo(1);
        assertThat(extracted.err()).contains("empty.html has no headline and no text")
                .contains("crawl.warc is a web archive: dateline push takes its pages");
        JsonNode line = JsonMapper.shared().readTree(extracted.lines().getFirst());
        assertThat(extracted.lines()).hasSize(1);
        assertThat(line.path("file").asString()).isEqualTo("-");
        assertThat(line.path("url").asString()).isEqualTo("https://example.org/lamp");
        assertThat(line.path("headline").asString()).isEqualTo("Lamp relit");
        assertThat(line.path("content").path("text").asString()).startsWith("The lens at Skerry Point");
    }

    @Test
    void sectionsOfOnesOwnAreTrainedMeasuredAndGiven(@TempDir Path folder) throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.write(data.resolve("own.ndjson"), IntStream.range(0, 120).mapToObj(OfflineCommandsIT::labelled).toList());

        Ended trained = runProcess("", "train", data.toString(), "--output", folder.resolve("model").toString());
        Ended again = run("", "train", data.toString(), "--output", folder.resolve("again").toString());
        Ended measured = run("", "evaluate", data.toString(), "--json");
        Ended enriched = run(CommandsIT.article("e1", "Rook takes pawn and the gambit pays in the tournament"),
                "enrich",
                "--section-model", folder.resolve("model/sections-en.model").toString());

        assertThat(List.of(trained.status(), again.status(), measured.status(), enriched.status())).containsOnly(0);
        assertThat(folder.resolve("again/sections-en.model"))
                .hasSameBinaryContentAs(folder.resolve("model/sections-en.model"));
        assertThat(measured.lines()).anySatisfy(line -> assertThat(line).contains("macro-F1", "publishers held out"));
        JsonNode labels = JsonMapper.shared().readTree(enriched.lines().get(0)).path("labels");
        assertThat(labels.path("sections").path(0).path("section").asString()).isEqualTo("Chess");
        assertThat(folder.resolve("model/MODEL_CARD.md")).content()
                .contains(labels.path("sectionModel").asString());
    }

    private static String labelled(int number) {
        boolean chess = number % 2 == 0;
        String words = chess ? "rook pawn gambit tournament" : "roses compost pruning hedges";
        return JsonMapper.shared().writeValueAsString(Map.of("publisher", "p" + number % 5 + ".example", "headline",
                "Number " + Integer.toString(number, 36) + " on the " + words, "text",
                "The story of this week is the " + words + " of " + Integer.toString(number * 37, 36) + ".", "sections",
                List.of(chess ? "Chess" : "Garden")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"search ferry", "status", "tail", "rules list", "push ../sample-news/90-takedown.json"})
    void saysHowToStartThePipelineWhenNobodyListens(String command) {
        Ended ended = runProcess("", command.split(" "));

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err()).contains("127.0.0.1:1", "dateline up").doesNotContain("\tat ");
    }

    private static Ended run(String input, String... arguments) {
        return LocalCommand.run(Map.of(), input, arguments);
    }

    private static Ended runProcess(String input, String... arguments) {
        return ChildCommand.start(NOBODY, input, arguments).end();
    }
}
