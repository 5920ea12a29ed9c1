package news.dateline.tags;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import news.dateline.contract.TagLabel;
import news.dateline.contract.TagRule;
import news.dateline.tags.RuleTrial.Change;
import org.junit.jupiter.api.Test;

class RuleTrialTest {
    @Test
    void saysWhatARuleWouldGainAndLoseAgainstTheVersionInForce() throws Exception {
        try (RuleTrial trial = new RuleTrial(List.of(rule("harbour")), Map.of("r", rule("strike")), 5)) {
            trial.on(Rules.enriched("Harbour strike"));
            trial.on(Rules.enriched("Harbour shut"));
            trial.on(Rules.enriched("Strike goes on"));
            trial.on(Rules.enriched("Storm nears"));

            RuleTrial.Result result = trial.results().getFirst();
            assertThat(trial.articles()).isEqualTo(4);
            assertThat(List.of(result.count(Change.KEPT), result.count(Change.GAINED), result.count(Change.LOST)))
                    .containsExactly(1L, 1L, 1L);
            assertThat(result.examples()).extracting(example -> example.change() + " " + example.headline())
                    .containsExactly("KEPT Harbour strike", "GAINED Harbour shut", "LOST Strike goes on");
            assertThat(result.examples()).extracting(RuleTrial.Example::label).extracting(TagLabel::matched)
                    .containsExactly(List.of("Harbour"), List.of("Harbour"), List.of("Strike"));
        }
    }

    @Test
    void keepsNoMoreExamplesThanWereAskedFor() throws Exception {
        try (RuleTrial trial = new RuleTrial(List.of(rule("harbour")), Map.of(), 3)) {
            IntStream.range(0, 100).forEach(i -> trial.on(Rules.enriched("Harbour " + i)));

            assertThat(trial.results().getFirst().count(Change.KEPT)).isEqualTo(100);
            assertThat(trial.results().getFirst().examples()).hasSize(3);
            assertThat(trial.results().getFirst().against()).isEmpty();
        }
    }

    @Test
    void namesSectionsSourcesAndLanguagesThatNoArticleHas() throws Exception {
        try (RuleTrial trial = new RuleTrial(
                List.of(rule("harbour AND (section:Sports OR language:en OR source:\"Vellmar Pots\" OR section:spo*)")),
                Map.of(), 3)) {
            assertThat(trial.results().getFirst().neverSeen()).isEmpty();
            trial.on(Rules.enriched("Harbour strike"));

            assertThat(trial.results().getFirst().neverSeen())
                    .containsExactly("section:sports", "source:vellmar pots");
        }
    }

    @Test
    void leavesOutArticlesThatAreWithheld() throws Exception {
        try (RuleTrial trial = new RuleTrial(List.of(rule("harbour")), Map.of(), 3)) {
            trial.on(Rules.withheld());

            assertThat(trial.articles()).isZero();
        }
    }

    private static TagRule rule(String query) {
        return new TagRule(1, "r", 1, "R", query, Optional.empty(), Optional.empty(), "", "", Instant.EPOCH);
    }
}
