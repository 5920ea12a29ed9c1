package news.dateline.enrich.section;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.dateline.contract.SectionLabel;
import org.junit.jupiter.api.Test;

/** Holds the bundled model to what it can do; where the shared data is missing, those tests are skipped. */
class BundledModelTest {
    private static final SectionModel MODEL = SectionModel.bundled();

    @Test
    void labelsPlainCasesOfEachSection() {
        assertThat(first("Striker scores twice as league leaders win the derby",
                "The midfielder was injured before half-time and the coach praised his defence.")).isEqualTo("Sport");
        assertThat(first("New album tops the charts",
                "The singer said the film soundtrack would follow the tour; fans and actors celebrated."))
                .isEqualTo("Entertainment");
        assertThat(first("Telescope finds water on distant planet",
                "Astronomers studied the star's light. NASA scientists published the research in a journal."))
                .isEqualTo("Science");
        assertThat(first("Senate votes on the president's nominee",
                "Republicans and Democrats argued over the bill before the election campaign.")).isEqualTo("Politics");
        assertThat(first("Shares fall as bank reports a loss",
                "Investors sold stocks; the company's quarterly profit and sales missed forecasts."))
                .isEqualTo("Business");
    }

    @Test
    void givesWhatNewsIsAtHomeBesideWorldAbroad() {
        String headline = "Ministers in Berlin quarrel over a vaccine";
        String body = "Two ministers of Germany's government disagree about who is to be vaccinated first.";

        assertThat(MODEL.label(headline, body, Provenance.ofEdition("GB"))).extracting(SectionLabel::section)
                .containsExactlyInAnyOrder("World", "Politics", "Health");
        assertThat(MODEL.label(headline, body, Provenance.ofEdition("DE"))).extracting(SectionLabel::section)
                .contains("Politics").doesNotContain("World");
    }

    @Test
    void givesNothingInAScriptItDoesNotKnow() {
        assertThat(MODEL.label("Президент посетил завод в 2024 году", "Рабочие рассказали о планах.")).isEmpty();
    }

    @Test
    void givesWorldAndPoliticsAndNothingElseToTheGivenPage() throws IOException {
        Path page = sharedData("articles/000_9f49829275a7b774.txt");
        String text = Files.readString(page);
        List<String> paragraphs = text.substring(0, text.indexOf("\nSource\n")).lines()
                .filter(line -> !line.isBlank())
                .toList();
        String own = paragraphs.stream().skip(2)
                .filter(line -> !line.contains("(Photo by") && !line.contains(" | "))
                .collect(Collectors.joining("\n\n"));

        assertThat(MODEL.label(paragraphs.get(0), own))
                .extracting(SectionLabel::section)
                .containsExactlyInAnyOrder("World", "Politics");
    }

    @Test
    void labelsNineInTenFullTextsAsTheirPublisherDid() throws IOException {
        Path folder = sharedData("sections/bbc_fulltext");
        int right = 0;
        int all = 0;
        for (var section : SectionNames.BBC_FOLDERS.entrySet()) {
            List<Path> files;
            try (Stream<Path> listed = Files.list(folder.resolve(section.getKey()))) {
                files = listed.sorted().limit(60).toList();
            }
            for (Path file : files) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                int end = text.indexOf('\n');
                String wanted = section.getValue().sections().iterator().next();
                right += MODEL.label(text.substring(0, end), text.substring(end)).stream()
                        .anyMatch(score -> score.section().equals(wanted)) ? 1 : 0;
                all++;
            }
        }
        assertThat((double) right / all).isGreaterThan(0.9);
    }

    private static String first(String headline, String body) {
        return MODEL.scores(headline, body).get(0).section();
    }

    private static Path sharedData(String path) {
        Path found = Stream.of("../shared/data", "../../shared/data")
                .map(folder -> Path.of(folder, path))
                .filter(Files::exists)
                .findFirst()
                .orElse(Path.of("../shared/data", path));
        assumeTrue(Files.exists(found), "skipped: " + found + " is not on this machine");
        return found;
    }
}
