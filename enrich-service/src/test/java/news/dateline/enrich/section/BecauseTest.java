package news.dateline.enrich.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
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
                Optional.of("GB")).stream().filter(label -> label.section().equals("World")).findFirst().orElseThrow()
                .because();

        assertThat(because).extracting(Evidence::words).contains("Nairobi");
    }

    @Test
    void equalWordsAreAddedUpAndOverlappingOnesLeftOut() {
        StrongestWords strongest = new StrongestWords();
        strongest.add(1, 0, 5);
        strongest.add(0.9, 6, 14);
        strongest.add(0.8, 6, 14);
        strongest.add(0.5, 0, 14);

        assertThat(strongest.evidence("prime minister", "")).containsExactly(new Evidence("minister", 1.7),
                new Evidence("prime", 1));
    }

    @Test
    void wordOfAnyLengthIsCutToALineWithoutBreakingACharacter() {
        StrongestWords strongest = new StrongestWords();
        String word = "𝒜".repeat(500);
        strongest.add(1, 1, 1 + word.length());

        assertThat(strongest.evidence("", word).get(0).words()).isEqualTo("𝒜".repeat(30));
    }
}
