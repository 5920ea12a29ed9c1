package news.dateline.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import news.dateline.contract.RawArticle;
import news.dateline.contract.RejectionReason;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebPageTest {
    private static final Instant RECEIVED = Instant.parse("2026-11-05T10:00:00Z");
    private static final String PAGE = """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ferry sails again - The Example</title>
            <link rel="canonical" href="https://example.org/ferry?utm_source=x"><meta property="og:site_name" content="The Example">
            <meta property="og:title" content="Ferry sails again"><script type="application/ld+json">
            {"@context":"https://schema.org","@type":"NewsArticle","headline":"The ferry sails again",
             "datePublished":"2026-11-04T08:00:00+01:00","dateModified":"2026-11-04T09:00:00Z"}</script></head><body><h1>Ferry</h1><p>It sails.</p></body></html>""";

    private static Reading read(String contentType, GivenFields given, byte[] bytes) {
        return PushFormat.read(MediaType.of(Optional.of(contentType)), given, bytes, RECEIVED);
    }

    private static RawArticle page(String html) {
        return accepted(read("text/html", GivenFields.NONE, html.getBytes(UTF_8)));
    }

    private static RawArticle accepted(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        return ((Reading.Accepted) reading).article();
    }

    private static Reading.Refused refused(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        return (Reading.Refused) reading;
    }

    @Test
    void keepsTheWholePageAndReadsWhichArticleItIs() {
        RawArticle article = page(PAGE);

        assertThat(article.content().mediaType()).isEqualTo("text/html");
        assertThat(article.content().text()).isEqualTo(PAGE);
        assertThat(article.url()).contains("https://example.org/ferry?utm_source=x");
        assertThat(article.headline()).isEqualTo("The ferry sails again");
        assertThat(article.source().name()).isEqualTo("The Example");
        assertThat(article.publishedAt()).contains(Instant.parse("2026-11-04T07:00:00Z"));
        assertThat(article.updatedAt()).contains(Instant.parse("2026-11-04T09:00:00Z"));
        assertThat(article.declared().language()).isEmpty();
    }

    @Test
    void believesWhatWasGivenBesideThePage() {
        GivenFields given = new GivenFields(Optional.of("https://example.org/given"), Optional.of("Given"),
                Optional.of("fr"), Optional.of("2026-11-01T00:00:00Z"), Optional.of("2026-11-02T00:00:00Z"));

        RawArticle article = accepted(read("text/html", given, PAGE.getBytes(UTF_8)));

        assertThat(article.url()).contains("https://example.org/given");
        assertThat(article.source().name()).isEqualTo("Given");
        assertThat(article.declared().language()).contains("fr");
        assertThat(article.publishedAt()).contains(Instant.parse("2026-11-01T00:00:00Z"));
        assertThat(article.updatedAt()).contains(Instant.parse("2026-11-02T00:00:00Z"));
    }

    @Test
    void isTheSameArticleByPageAndByFeedItem() {
        Reading item = PushFormat.read(MediaType.JSON, GivenFields.NONE,
                "{\"headline\":\"x\",\"url\":\"http://www.example.org/ferry\"}".getBytes(UTF_8), RECEIVED);

        assertThat(page(PAGE).articleId()).isEqualTo(accepted(item).articleId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/", "about:blank", "/relative", "javascript:1"})
    void takesNoAddressThatIsNoArticles(String canonical) {
        assertThat(page("<link rel=canonical href='" + canonical + "'><title>t</title>").url()).isEmpty();
    }

    @Test
    void resolvesARelativeAddressWhereThePagesOwnIsGiven() {
        String page = "<base href='https://example.org/news/'><link rel=canonical href='ferry'><title>t</title>";

        assertThat(accepted(read("text/html", GivenFields.NONE, page.getBytes(UTF_8))).url())
                .contains("https://example.org/news/ferry");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "9999-01-01T00:00:00Z", "2026-13-45"})
    void leavesOutATimeThatCannotBe(String time) {
        assertThat(page("<title>t</title><meta property='article:published_time' content='" + time + "'>")
                .publishedAt()).isEmpty();
    }

    @Test
    void fallsBackToTheFirstWordsWherePagesHaveNoTitle() {
        assertThat(page("<p>It sails.</p>").headline()).isEqualTo("It sails.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "<html></html>", "<script>x</script>", "<!doctype html>"})
    void refusesAPageWithoutWords(String html) {
        assertThat(refused(read("text/html", GivenFields.NONE, html.getBytes(UTF_8))).reason())
                .isEqualTo(RejectionReason.NO_TEXT);
    }

    @ParameterizedTest
    @CsvSource({"windows-1251,text/html; charset=windows-1251,", "windows-1251,text/html,windows-1251",
            "GBK,text/html,gb2312", "Shift_JIS,text/html; charset=shift_jis,", "UTF-8,text/html; charset=iso-8859-1,",
            "UTF-16LE,text/html,utf-8", "UTF-8,application/xhtml+xml,klingon"})
    void findsTheCharset(String charset, String header, String meta) {
        String page = "\uFEFF<meta charset='" + meta + "'><title>\u041F\u0430\u0440\u043E\u043C \u5317</title>";
        String kept = charset.startsWith("windows") ? page.replace("\u5317", "") : page;
        byte[] bytes = (charset.startsWith("UTF") ? kept : kept.substring(1)).getBytes(Charset.forName(charset));

        assertThat(accepted(read(header, GivenFields.NONE, bytes)).headline())
                .startsWith("\u041F\u0430\u0440\u043E\u043C");
    }

    @Test
    void endsSoonOnAPageNestedWithoutEnd() {
        String deep = "<title>t</title>" + "<div>".repeat(200_000) + "x";

        Assertions.assertTimeout(Duration.ofSeconds(20), () -> page(deep));
    }

    @Test
    void readsOnDespiteBrokenLinkedData() {
        assertThat(page("<title>t</title><script type='application/ld+json'>{\"@type\":</script>").headline())
                .isEqualTo("t");
    }
}
