package news.dateline.enrich.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.dateline.contract.TagRule;
import news.dateline.enrich.evaluate.Figure;
import news.dateline.tags.StarterRules;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagEvaluationTest {
    private static final Path DATA = Path.of("../../shared/data");

    @Test
    void starterRulesKeepTheirPrecisionAndRecall() throws Exception {
        TagEvaluation evaluation = new TagEvaluation();
        Assumptions.assumeTrue(evaluation.isPossibleWith(DATA),
                "skipped: no " + DATA.resolve("stream") + " here");

        List<Figure> figures = evaluation.measure(DATA,
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));

        // Floors: raised when the rules get better, never lowered.
        List<Double> floors = List.of(.948, .955, .97, .90, .944, .81);
        for (int i = 0; i < floors.size(); i++) {
            assertThat(figures.get(i).value()).as(figures.get(i).toString()).isGreaterThanOrEqualTo(floors.get(i));
        }
        assertThat(figures).extracting(Figure::articles).containsExactly(1_050, 1_050, 1_400, 1_400, 374, 374);
    }

    @Test
    void judgedTagsAreStarterRules() {
        JudgedArticles development = JudgedArticles.of("development");

        assertThat(development.tags()).hasSize(30).isSubsetOf(
                StarterRules.all(Instant.EPOCH).stream().map(TagRule::ruleId).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @CsvSource({"strict, 1050", "development, 1400", "aside, 374"})
    void articlesOfASetAreJudgedForItsTags(String set, int articles) {
        JudgedArticles judged = JudgedArticles.of(set);

        assertThat(judged.given()).hasSize(articles);
        assertThat(judged.given().values()).allSatisfy(tags -> assertThat(judged.tags()).containsAll(tags));
        assertThat(judged.disputed().values()).allSatisfy(tags -> assertThat(judged.tags()).containsAll(tags));
    }

    @Test
    void articlesKeptAsideAreInNoOtherSet() {
        JudgedArticles aside = JudgedArticles.of("aside");

        assertThat(aside.given()).doesNotContainKeys(Stream.of("strict", "development")
                .flatMap(set -> JudgedArticles.of(set).given().keySet().stream()).toArray(String[]::new));
    }

    @Test
    void tagThatWasNotJudgedInASetIsNotCountedThere() {
        assertThat(JudgedArticles.of("strict").tags()).hasSize(29).doesNotContain("covid-19");
    }

    @Test
    void tagInBracketsIsDisputedAndNotGiven() {
        JudgedArticles development = JudgedArticles.of("development");

        assertThat(development.disputed().values().stream().mapToInt(Set::size).sum()).isEqualTo(291);
        assertThat(development.given().values())
                .allSatisfy(tags -> assertThat(tags).noneMatch(tag -> tag.contains("[")));
    }
}
