package news.dateline.enrich.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import news.dateline.contract.Evidence;
import news.dateline.contract.SectionLabel;
import org.junit.jupiter.api.Test;

class BecauseTest {
    private static final SectionModel MODEL = SectionModel.bundled();

    @Test
    void labelCarriesItsStrongestWordsAsTheyStandInTheArticle() {
        String headline = "Striker scores twice as league leaders win the derby";
        String body = "The Midfielder was injured before half-time and the coach praised his defence.";

        SectionLabel sport = MODEL.label(headline, body).get(0);

        assertThat(sport.because()).hasSizeBetween(3, 4)
                .allMatch(evidence -> (headline + " " + body).contains(evidence.words()))
                .isSortedAccordingTo((one, other) -> Double.compare(other.weight(), one.weight()));
        assertThat(sport.because()).extracting(Evidence::weight).allMatch(weight -> weight > 0);
    }

    @Test
    void nameFromAbroadIsAReasonForWorld() {
        List<Evidence> because = MODEL.scores("Nairobi counts votes", "Kenyan officials count votes in Mombasa.",
                Provenance.ofEdition("GB")).stream().filter(label -> label.section().equals("World")).findFirst()
                .orElseThrow()
                .because();

        assertThat(because).extracting(Evidence::words).contains("Nairobi");
    }

    @Test
    void smallWordsExplainNothing() {
        StrongestWords strongest = new StrongestWords();
        strongest.clear("", "minister said on Monday");
        strongest.add(3, 10, 14);
        strongest.add(2, 10, 24);
        strongest.add(1, 1, 14);

        assertThat(strongest.evidence(List.of())).containsExactly(new Evidence("minister said", 1));
    }

    @Test
    void equalWordsAreAddedUpAndOverlappingOnesLeftOut() {
        StrongestWords strongest = new StrongestWords();
        strongest.clear("prime minister", "");
        strongest.add(1, 0, 5);
        strongest.add(0.9, 6, 14);
        strongest.add(0.8, 6, 14);
        strongest.add(0.5, 0, 14);

        assertThat(strongest.evidence(List.of())).containsExactly(new Evidence("minister", 1.7),
                new Evidence("prime", 1));
    }

    @Test
    void wordOfAnyLengthIsCutToALineWithoutBreakingACharacter() {
        StrongestWords strongest = new StrongestWords();
        String word = "𝒜".repeat(500);
        strongest.clear("", word);
        strongest.add(1, 1, 1 + word.length());

        assertThat(strongest.evidence(List.of()).get(0).words()).isEqualTo("𝒜".repeat(30));
    }
}
