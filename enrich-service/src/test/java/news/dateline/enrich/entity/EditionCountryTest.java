package news.dateline.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import news.dateline.contract.TextPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EditionCountryTest {
    private static final String ABROAD = "Norway and Sweden will light their lamps together, the prime minister of Norway "
            + "said in Oslo. The lamps were made in Sweden.";
    private static final String HOME = "Scotland has lit its lamps. The minister said in London that Britain would follow, "
            + "and that Norway had asked.";

    @ParameterizedTest
    @CsvSource({"https://www.bbc.co.uk/news/1, GB", "https://www.bbc.com/news/1, GB", "news.com.au, AU",
            "https://edition.cnn.com/x?y=z, US", "https://timesofindia.indiatimes.com/a, IN",
            "http://vellmar.example.no:8080/a, NO", "https://www.nytimes.com, US"})
    void publishersCountryIsThatOfItsDomain(String url, String code) {
        assertThat(EditionCountry.ofPublisher(url)).contains(new EditionCountry(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://vellmar.example", "https://harbour.io/a", "https://harbour.tv", "localhost",
            "https://", "..."})
    void saysNothingOfAPublisherItDoesNotKnow(String url) {
        assertThat(EditionCountry.ofPublisher(url)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"GB, true, false", "NO, false, false", "US, true, false"})
    void abroadIsWhateverIsNotHome(String edition, boolean abroad, boolean home) {
        NamedEntities named = named(ABROAD);

        assertThat(new EditionCountry(edition).isMostlyAbroad(named)).isEqualTo(abroad);
        assertThat(new EditionCountry(edition).isAtHome(named)).isEqualTo(home);
    }

    @Test
    void homeIsTheCountryWithItsParts() {
        assertThat(new EditionCountry("GB").isAtHome(named(HOME))).isTrue();
        assertThat(new EditionCountry("GB").isMostlyAbroad(named(HOME))).isFalse();
        assertThat(new EditionCountry("US").isMostlyAbroad(named(HOME))).isTrue();
    }

    @Test
    void saysNothingWhereHardlyAnythingTellsACountry() {
        NamedEntities named = named("The keeper was born in Norway.");

        assertThat(new EditionCountry("GB").isMostlyAbroad(named)).isFalse();
        assertThat(new EditionCountry("NO").isAtHome(named)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "uk", "UK", "gb", "XX", "USA"})
    void refusesWhatIsNoCountry(String code) {
        assertThatThrownBy(() -> new EditionCountry(code)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ISO 3166-1");
    }

    private static NamedEntities named(String text) {
        return Recognized.RECOGNIZER.recognize("", TextPart.BODY, text, Optional.of("en"));
    }
}
