package news.dateline.enrich.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.dateline.contract.Evidence;
import news.dateline.contract.EvidenceOrigin;
import news.dateline.contract.SectionLabel;
import org.junit.jupiter.api.Test;

class DeclaredSectionsTest {
    private static final SectionModel MODEL = SectionModel.bundled();
    private static final String HEADLINE = "Bank buys maker of telescopes";
    private static final String BODY = "The bank paid investors cash for the company, whose lenses astronomers use.";

    @Test
    void readsTheWordsByWhichPublishersNameSections() {
        assertThat(sections("UK Politics")).containsExactly("Politics");
        assertThat(sections("World news", "Sport | Football")).containsExactly("Sport", "World");
        assertThat(sections("Science & Environment")).containsExactly("Science");
        assertThat(sections("SCIENCE")).containsExactly("Science");
        assertThat(sections("Home", "Lottery", "")).isEmpty();
    }

    @Test
    void raisesTheSectionThatIsDeclaredAndSaysSo() {
        assertThat(score(BODY, List.of("Science"))).isGreaterThan(score(BODY, List.of()) + 0.05);
        assertThat(MODEL.scores(HEADLINE, BODY, declared(List.of("Science"))).stream()
                .filter(label -> label.section().equals("Science")).findFirst().orElseThrow().because())
                .contains(new Evidence("Science", DeclaredSections.LOG_ODDS, Optional.of(EvidenceOrigin.DECLARED)));
    }

    @Test
    void takesNothingFromWhatTheTextSays() {
        List<String> without = given(List.of());

        assertThat(given(List.of("Sport"))).containsAll(without);
    }

    @Test
    void isNeverTheOnlyGround() {
        String match = "The striker scored twice before half-time and the goalkeeper saved a penalty in the cup final.";

        assertThat(MODEL.label("Late winner in the derby", match, declared(List.of("Health", "Technology"))))
                .extracting(SectionLabel::section).containsExactly("Sport");
        assertThat(MODEL.label("", "", declared(List.of("Health")))).isEmpty();
    }

    private static double score(String body, List<String> declared) {
        return MODEL.scores(HEADLINE, body, declared(declared)).stream()
                .filter(label -> label.section().equals("Science")).mapToDouble(SectionLabel::score).findFirst()
                .orElseThrow();
    }

    private static List<String> given(List<String> declared) {
        return MODEL.label(HEADLINE, BODY, declared(declared)).stream().map(SectionLabel::section).toList();
    }

    private static List<String> sections(String... declared) {
        boolean[] found = DeclaredSections.among(MODEL.sections(), List.of(declared));
        List<String> names = new ArrayList<>();
        for (int section = 0; section < found.length; section++) {
            if (found[section]) {
                names.add(MODEL.sections().get(section).name());
            }
        }
        return names;
    }

    private static Provenance declared(List<String> declared) {
        return new Provenance(Optional.empty(), Optional.empty(), declared, List.of());
    }
}
