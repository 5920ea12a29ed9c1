package news.dateline.enrich.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import news.dateline.contract.SectionLabel;
import org.junit.jupiter.api.Test;

class AbroadTest {
    private static final PlaceNames NAMES = PlaceNames.ofGazetteer();
    private static final SectionModel MODEL = SectionModel.bundled();

    @Test
    void countsCountriesTheirPeopleCitiesAndLeadersByTheLongestName() {
        assertThat(countries(
                "Emmanuel Macron met Germans in New Delhi, said the White House in the U.S., which the US is."))
                .containsExactly("FR", "DE", "IN", "US", "US", "US");
    }

    @Test
    void takesNoWordWithoutACapitalForAPlace() {
        assertThat(countries("they told us to polish the china in a nice bath")).isEmpty();
    }

    @Test
    void leavesOutNamesThatMeanSomethingElseAsOften() {
        assertThat(countries("Michael Jordan and Chad roasted a Turkey in Georgia")).isEmpty();
    }

    @Test
    void articleHasNoTraitsWhereHomeIsNotKnown() {
        Abroad abroad = new Abroad(NAMES);

        assertThat(abroad.read("Paris", "Berlin", "")).isFalse();
        assertThat(abroad.read("paris falls silent", "", "GB")).isFalse();
        assertThat(abroad.read("Paris", "Berlin", "GB")).isTrue();
    }

    @Test
    void samePoliticsIsWorldAbroadAndNotAtHome() {
        String headline = "Bundestag votes on Merkel's budget as coalition quarrels";
        String body = "Germany's parliament passed the budget on Thursday. The Social Democrats in Berlin said the "
                + "German finance minister had won the vote after a row in the coalition.";

        assertThat(score("World", headline, body, "US")).isGreaterThan(score("World", headline, body, "DE") + 0.3);
        assertThat(MODEL.label(headline, body, Provenance.ofEdition("US"))).extracting(SectionLabel::section)
                .contains("World");
        assertThat(MODEL.label(headline, body, Provenance.ofEdition("DE"))).extracting(SectionLabel::section)
                .contains("Politics").doesNotContain("World");
    }

    private static double score(String section, String headline, String body, String edition) {
        return MODEL.scores(headline, body, Provenance.ofEdition(edition)).stream()
                .filter(label -> label.section().equals(section)).mapToDouble(SectionLabel::score).findFirst()
                .orElseThrow();
    }

    private static List<String> countries(String text) {
        List<String> found = new ArrayList<>();
        NAMES.count(text, (country, from, to) -> found.add(NAMES.countries().get(country)));
        return found;
    }
}
