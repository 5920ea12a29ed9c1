package news.dateline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArticleIdTest {
    private static final Source COURIER = new Source("Harbour Courier", Optional.of("https://harbour-courier.example"));
    private static final Source GAZETTE = new Source("Saltmarsh Gazette", Optional.empty());
    private static final Instant MORNING = Instant.parse("2026-11-13T08:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-11-13T23:59:59Z");
    private static final Instant NEXT_DAY = Instant.parse("2026-11-14T00:00:00Z");

    @Test
    void isThirtyTwoHexadecimalDigitsThatNeverChange() {
        assertThat(byId(COURIER, "hc-1")).matches("[0-9a-f]{32}").isEqualTo("ab15d68b40df40e5104fbdae8769ec52");
        assertThat(byUrl("https://harbour-courier.example/a")).isEqualTo("54afabcb3276bddd3057cb7647741376");
        assertThat(byHeadline(COURIER, "Lamp lit", MORNING)).isEqualTo("3e609b9d959bc275b5561397b91ead2d");
    }

    @Test
    void publishersIdDecidesWhateverElseChanges() {
        String moved = ArticleId.of(COURIER, Optional.of(" hc-1 "), Optional.of("https://new.example/b"), "Other",
                NEXT_DAY);

        assertThat(moved).isEqualTo(byId(COURIER, "hc-1"));
    }

    @Test
    void publishersIdCountsWithinItsSourceOnly() {
        assertThat(byId(GAZETTE, "hc-1")).isNotEqualTo(byId(COURIER, "hc-1"));
    }

    @Test
    void publishersIdKeepsItsCase() {
        assertThat(byId(COURIER, "HC-1")).isNotEqualTo(byId(COURIER, "hc-1"));
    }

    @Test
    void sourceIsKnownByItsNameWhateverCaseSpacesAndAddress() {
        Source same = new Source(" harbour  COURIER", Optional.of("https://elsewhere.example"));

        assertThat(byId(same, "hc-1")).isEqualTo(byId(COURIER, "hc-1"));
    }

    @Test
    void namelessSourceIsKnownByTheHostOfItsSiteElseOfTheUrl() {
        Source site = new Source("", Optional.of("https://www.example.com/news"));
        String bySite = ArticleId.of(site, Optional.of("1"), Optional.of("https://a.example/x"), "", MORNING);
        String byUrlsHost = ArticleId.of(Source.UNKNOWN, Optional.of("1"), Optional.of("https://m.example.com/x"), "",
                MORNING);

        assertThat(bySite).isEqualTo(byUrlsHost);
    }

    @Test
    void fallsBackToUrlWhenIdIsMissingOrBlank() {
        Optional<String> url = Optional.of("https://harbour-courier.example/a");

        assertThat(ArticleId.of(COURIER, Optional.of(" "), url, "Lamp lit", MORNING))
                .isEqualTo(byUrl("https://harbour-courier.example/a"));
    }

    @Test
    void urlsFormsAreOneArticleInWhicheverFeedTheyStand() {
        String inAnotherFeed = ArticleId.of(GAZETTE, Optional.empty(),
                Optional.of("http://m.harbour-courier.example/a/amp/?utm_source=gazette#top"), "Other", NEXT_DAY);

        assertThat(inAnotherFeed).isEqualTo(byUrl("https://harbour-courier.example/a"));
    }

    @Test
    void fallsBackToHeadlineWhenUrlIsUnreadableOrTheFrontPage() {
        for (String url : new String[]{"not an address", "https://harbour-courier.example/"}) {
            assertThat(ArticleId.of(COURIER, Optional.empty(), Optional.of(url), "Lamp lit", MORNING))
                    .isEqualTo(byHeadline(COURIER, "Lamp lit", MORNING));
        }
    }

    @Test
    void headlineCountsWithinSourceAndDay() {
        String id = byHeadline(COURIER, "Lamp lit", MORNING);

        assertThat(byHeadline(COURIER, " LAMP\u00a0lit ", EVENING)).isEqualTo(id);
        assertThat(byHeadline(COURIER, "Lamp lit", NEXT_DAY)).isNotEqualTo(id);
        assertThat(byHeadline(GAZETTE, "Lamp lit", MORNING)).isNotEqualTo(id);
        assertThat(byHeadline(COURIER, "Lamp out", MORNING)).isNotEqualTo(id);
    }

    @Test
    void partsThatJoinAlikeStayApart() {
        assertThat(byId(new Source("ab", Optional.empty()), "c"))
                .isNotEqualTo(byId(new Source("a", Optional.empty()), "bc"));
    }

    private static String byId(Source source, String id) {
        return ArticleId.of(source, Optional.of(id), Optional.empty(), "Lamp lit", MORNING);
    }

    private static String byUrl(String url) {
        return ArticleId.of(COURIER, Optional.empty(), Optional.of(url), "Lamp lit", MORNING);
    }

    private static String byHeadline(Source source, String headline, Instant time) {
        return ArticleId.of(source, Optional.empty(), Optional.empty(), headline, time);
    }
}
