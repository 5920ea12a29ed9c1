package news.dateline.enrich.section;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SectionTextTest {
    @Test
    void summaryStandsBeforeTheBody() {
        assertThat(SectionText.of("Crews vote.", "The quay was quiet.")).isEqualTo("Crews vote.\nThe quay was quiet.");
    }

    @Test
    void summaryThatTheBodyBeginsWithStandsOnce() {
        assertThat(SectionText.of("Crews vote.", "Crews vote. The quay was quiet."))
                .isEqualTo("Crews vote. The quay was quiet.");
        assertThat(SectionText.of("", "The quay was quiet.")).isEqualTo("The quay was quiet.");
    }

    @Test
    void summaryThatABodyCutsOffStandsBeforeIt() {
        assertThat(SectionText.of("Crews vote on Friday.", "Crews vote…"))
                .isEqualTo("Crews vote on Friday.\nCrews vote…");
    }
}
