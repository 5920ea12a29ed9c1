package news.dateline.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.dateline.contract.Content;
import news.dateline.contract.Dateline;
import news.dateline.contract.Declared;
import news.dateline.contract.PublicationStatus;
import news.dateline.contract.RawArticle;
import news.dateline.contract.Source;
import org.junit.jupiter.api.Test;

class EditionTest {
    @Test
    void readsPublisherNoneAndCountryCodesAndNothingElse() {
        assertThat(Edition.read("publisher")).contains(new Edition.OfPublisher());
        assertThat(Edition.read(" None ")).contains(new Edition.OfNoCountry());
        assertThat(Edition.read("gb")).contains(new Edition.OfCountry("GB"));
        assertThat(Edition.read("Britain")).isEmpty();
        assertThat(Edition.read("XX")).isEmpty();
    }

    @Test
    void homeOfAPublisherIsToldByItsSite() {
        Edition edition = new Edition.OfPublisher();

        assertThat(edition.country(article("https://www.bbc.com/", "https://other.example/1"))).contains("GB");
        assertThat(edition.country(article("", "https://edition.cnn.com/2020/a.html"))).contains("US");
        assertThat(edition.country(article("", "https://news.example.co.nz/a"))).contains("NZ");
    }

    @Test
    void homeIsNotKnownOfASiteUnderADomainThatIsSoldToEverybody() {
        assertThat(new Edition.OfPublisher().country(article("", "https://paper.example.io/a"))).isEmpty();
        assertThat(new Edition.OfPublisher().country(article("", "https://paper.example/a"))).isEmpty();
        assertThat(new Edition.OfPublisher().country(article("", ""))).isEmpty();
    }

    @Test
    void oneCountryForAllGoesBeforeThePublishers() {
        assertThat(new Edition.OfCountry("FR").country(article("https://bbc.com", ""))).contains("FR");
        assertThat(new Edition.OfNoCountry().country(article("https://bbc.com", ""))).isEmpty();
    }

    @Test
    void knowsAPlainTextWithAllThatWasCutOff() {
        RawArticle article = article("https://bbc.com", "");

        assertThat(new Edition.OfNoCountry().provenance(article, "Own words", Optional.of(new Dateline(
                Optional.of("LONDON"), Optional.empty(), Optional.empty(), Optional.of("Reuters")))).received())
                .contains("Headline", "Image: Paper. Words", "Reuters").doesNotContain("Own words");
    }

    private static RawArticle article(String site, String url) {
        return new RawArticle(1, "a", Optional.empty(), Optional.of(url).filter(u -> !u.isEmpty()),
                new Source("Paper", Optional.of(site).filter(s -> !s.isEmpty())), "Headline", "",
                new Content(Content.PLAIN, "Image: Paper. Words"),
                List.of(), Declared.NOTHING, Optional.empty(), PublicationStatus.USABLE, Optional.empty(),
                Optional.empty(), Instant.EPOCH);
    }
}
