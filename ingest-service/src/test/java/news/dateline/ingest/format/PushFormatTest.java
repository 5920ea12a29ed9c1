package news.dateline.ingest.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import news.dateline.contract.ContractJson;
import news.dateline.contract.PublicationStatus;
import news.dateline.contract.RawArticle;
import news.dateline.contract.RejectionReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PushFormatTest {
    private static final Instant RECEIVED = Instant.parse("2026-11-05T10:00:00Z");
    private static final String WHOLE = """
            {"id":"a-1","url":"https://example.org/news/1","source":{"name":"The Example","url":"https://example.org"},
             "headline":" Harbour reopens ","summary":"After the storm.",
             "content":{"mediaType":"text/html","text":"<p>Ships are back.</p>"},
             "bylines":["Ada Byron"," "],"language":"en-GB","sections":["Local"],"keywords":["port"],
             "publishedAt":"2026-11-05T09:30:00+01:00","updatedAt":"2026-11-05T09:40:00Z","revision":3,
             "status":"usable","unknown":{"deep":[1,{"x":2}]}}""";

    private static Reading read(String json) {
        return PushFormat.read(MediaType.JSON, GivenFields.NONE, json.getBytes(UTF_8), RECEIVED);
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
    void readsEveryField() {
        RawArticle article = accepted(read(WHOLE));

        assertThat(article.sourceArticleId()).contains("a-1");
        assertThat(article.url()).contains("https://example.org/news/1");
        assertThat(article.source().name()).isEqualTo("The Example");
        assertThat(article.source().url()).contains("https://example.org");
        assertThat(article.headline()).isEqualTo("Harbour reopens");
        assertThat(article.summary()).isEqualTo("After the storm.");
        assertThat(article.content().mediaType()).isEqualTo("text/html");
        assertThat(article.content().text()).isEqualTo("<p>Ships are back.</p>");
        assertThat(article.bylines()).containsExactly("Ada Byron");
        assertThat(article.declared().language()).contains("en-GB");
        assertThat(article.declared().sections()).containsExactly("Local");
        assertThat(article.declared().keywords()).containsExactly("port");
        assertThat(article.publishedAt()).contains(Instant.parse("2026-11-05T08:30:00Z"));
        assertThat(article.updatedAt()).contains(Instant.parse("2026-11-05T09:40:00Z"));
        assertThat(article.revision()).contains(3L);
        assertThat(article.status()).isEqualTo(PublicationStatus.USABLE);
        assertThat(article.receivedAt()).isEqualTo(RECEIVED);
    }

    @Test
    void takesNullAndBlankForAbsent() {
        RawArticle article = accepted(
                read("""
                        {"headline":"Rain","id":"","url":null,"language":" ","content":null,"bylines":null,"revision":null}"""));

        assertThat(article.sourceArticleId()).isEmpty();
        assertThat(article.url()).isEmpty();
        assertThat(article.declared().language()).isEmpty();
        assertThat(article.revision()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"headline":7}                                          | headline          | must be text
            {"headline":{"a":[1]}}                                  | headline          | must be text
            {"headline":"x","source":"The Example"}                 | source            | must be an object
            {"headline":"x","source":{"url":"ftp://example.org"}}   | source.url        | must be an http or https URL
            {"headline":"x","url":"example.org/1"}                  | url               | must be an http or https URL
            {"headline":"x","content":"text"}                       | content           | must be an object
            {"headline":"x","content":{"text":["a"]}}               | content.text      | must be text
            {"headline":"x","content":{"mediaType":"image/png"}}    | content.mediaType | must be text/plain or text/html
            {"headline":"x","bylines":"Ada"}                        | bylines           | must be a list of texts
            {"headline":"x","bylines":["Ada","Bob",3]}              | bylines[2]        | must be text
            {"headline":"x","language":"en_US"}                     | language          | must be a BCP 47 language tag such as en or pt-BR
            {"headline":"x","publishedAt":"yesterday"}              | publishedAt       | must be an ISO 8601 time with zone such as 2026-11-05T09:30:00Z
            {"headline":"x","publishedAt":"2026-11-05T09:30:00"}    | publishedAt       | must be an ISO 8601 time with zone such as 2026-11-05T09:30:00Z
            {"headline":"x","publishedAt":"2026-02-30T09:30:00Z"}   | publishedAt       | must be an ISO 8601 time with zone such as 2026-11-05T09:30:00Z
            {"headline":"x","publishedAt":"2026-11-05T24:30:00Z"}   | publishedAt       | must be an ISO 8601 time with zone such as 2026-11-05T09:30:00Z
            {"headline":"x","publishedAt":"9999-01-01T00:00:00Z"}   | publishedAt       | must be no later than two days from now
            {"headline":"x","updatedAt":"2026-11-07T10:00:01Z"}     | updatedAt         | must be no later than two days from now
            {"headline":"x","publishedAt":"1799-12-31T23:59:59Z"}   | publishedAt       | must be no earlier than the year 1800
            {"headline":"x","revision":-1}                          | revision          | must be a whole number of 0 or more
            {"headline":"x","revision":1.5}                         | revision          | must be a whole number of 0 or more
            {"headline":"x","revision":"1"}                         | revision          | must be a whole number of 0 or more
            {"headline":"x","revision":99999999999999999999}        | revision          | must be a whole number of 0 or more
            {"headline":"x","status":"killed"}                      | status            | must be one of usable, withheld, canceled
            {"headline":"x","headline":"y"}                         | headline          | must stand only once
            {"status":"canceled"}                                   | id                | must be given (or url, or headline) to say which article is canceled
            """)
    void namesFieldAndRuleThatABadFieldBreaks(String json, String field, String rule) {
        Reading.Refused refused = refused(read(json));

        assertThat(refused.reason()).isEqualTo(RejectionReason.INVALID_FIELD);
        assertThat(refused.field()).contains(field);
        assertThat(refused.rule()).isEqualTo(rule);
    }

    @Test
    void refusesWhatIsTooLongForItsField() {
        assertThat(refused(read("{\"headline\":\"" + "x".repeat(1_001) + "\"}")).rule())
                .isEqualTo("must be no longer than 1000 characters");
        assertThat(refused(read("{\"headline\":\"x\",\"keywords\":[" + "\"k\",".repeat(200) + "\"k\"]}")).rule())
                .isEqualTo("must have no more than 200 entries");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"headline":"x"                | NOT_JSON
            {"headline":'x'}               | NOT_JSON
            {"headline":"x",}              | NOT_JSON
            headline                       | NOT_JSON
            {"headline":"x"} {"id":"2"}    | NOT_JSON
            {"headline":"x"} trailing      | NOT_JSON
            [{"headline":"x"}]             | NOT_AN_ARTICLE
            "headline"                     | NOT_AN_ARTICLE
            null                           | NOT_AN_ARTICLE
            ''                             | NOT_AN_ARTICLE
            {}                             | NO_TEXT
            {"headline":" ","summary":""}  | NO_TEXT
            """)
    void saysWhyBytesAreNoArticle(String json, RejectionReason reason) {
        assertThat(refused(read(json)).reason()).isEqualTo(reason);
    }

    @Test
    void refusesJsonNestedWithoutEnd() {
        Reading.Refused refused = refused(read("{\"x\":" + "[".repeat(100_000)));

        assertThat(refused.reason()).isEqualTo(RejectionReason.NOT_JSON);
        assertThat(refused.rule()).contains("no deeper than 64");
    }

    @Test
    void tellsThePlaceOfBrokenJsonAndNeverTheText() {
        Reading.Refused refused = refused(read("{\"headline\": secretword}"));

        assertThat(refused.rule()).startsWith("must be JSON (broken at column ").doesNotContain("secretword");
    }

    @Test
    void namesTheOffsetOfTheFirstByteThatIsNotUtf8() {
        byte[] latin = "{\"headline\":\"Café\"}".getBytes(ISO_8859_1);

        Reading.Refused refused = refused(PushFormat.read(MediaType.JSON, GivenFields.NONE, latin, RECEIVED));

        assertThat(refused.reason()).isEqualTo(RejectionReason.NOT_UTF8);
        assertThat(refused.rule()).contains("UTF-8").contains("offset 16");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"headline\":\"a\\u0000b\\ud800c\"}", "{\"content\":{\"text\":\"a\\u0000b\\ud800c\"}}"})
    void keepsOnlyCharactersThatCanBeStored(String json) {
        RawArticle article = accepted(read(json));

        assertThat(article.headline() + article.content().text()).isEqualTo("ab\uFFFDc");
        assertThat(ContractJson.mapper().writeValueAsBytes(article)).isNotEmpty();
    }

    @Test
    void tellsApartArticlesThatHaveOnlyText() {
        RawArticle one = accepted(read("{\"content\":{\"text\":\"One.\"}}"));
        RawArticle other = accepted(read("{\"content\":{\"text\":\"Other.\"}}"));

        assertThat(one.articleId()).isNotEqualTo(other.articleId());
    }

    @Test
    void takesATakedownByIdAlone() {
        assertThat(accepted(read("{\"id\":\"7\",\"status\":\"withheld\"}")).status())
                .isEqualTo(PublicationStatus.WITHHELD);
    }

    @Test
    void readsAPageWithWhatIsSaidBesideIt() {
        GivenFields given = new GivenFields(Optional.of("https://example.org/p"), Optional.of("The Example"),
                Optional.of("fr"), Optional.of("2026-11-05T09:30:00Z"), Optional.of("2026-11-05T09:40:00Z"));
        byte[] page = "\r\n \n  Le  port\trouvre \n\nDes caf\u00e9s.\n".getBytes(ISO_8859_1);

        RawArticle article = accepted(PushFormat
                .read(MediaType.of(Optional.of("Text/Plain; Charset=\"iso-8859-1\"")), given, page, RECEIVED));

        assertThat(article.headline()).isEqualTo("Le port rouvre");
        assertThat(article.content().mediaType()).isEqualTo("text/plain");
        assertThat(article.content().text()).startsWith("\r\n \n  Le  port").endsWith("Des caf\u00e9s.\n");
        assertThat(article.url()).contains("https://example.org/p");
        assertThat(article.source().name()).isEqualTo("The Example");
        assertThat(article.declared().language()).contains("fr");
        assertThat(article.publishedAt()).contains(Instant.parse("2026-11-05T09:30:00Z"));
        assertThat(article.updatedAt()).contains(Instant.parse("2026-11-05T09:40:00Z"));
    }

    @Test
    void refusesABlankPageAndABadFieldBesideAPage() {
        GivenFields badUrl = new GivenFields(Optional.of("nowhere"), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty());

        assertThat(refused(PushFormat.read(MediaType.PAGE, GivenFields.NONE, " \n\n".getBytes(UTF_8), RECEIVED))
                .reason()).isEqualTo(RejectionReason.NO_TEXT);
        assertThat(refused(PushFormat.read(MediaType.PAGE, badUrl, "Headline".getBytes(UTF_8), RECEIVED)).field())
                .contains("url");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/plain; charset=klingon", "application/json; charset=utf-16", ";"})
    void refusesOtherMediaTypes(String header) {
        Reading reading = PushFormat.read(MediaType.of(Optional.of(header)), GivenFields.NONE,
                "{\"headline\":\"x\"}".getBytes(UTF_8), RECEIVED);

        assertThat(refused(reading).reason()).isEqualTo(RejectionReason.UNSUPPORTED_MEDIA_TYPE);
    }

    @Test
    void readsTheGivenScrapedPage() throws IOException {
        Path page = Path.of("../../shared/data/articles/000_9f49829275a7b774.txt");
        assumeTrue(Files.exists(page), "shared/data is not beside the project");

        RawArticle article = accepted(
                PushFormat.read(MediaType.PAGE, GivenFields.NONE, Files.readAllBytes(page), RECEIVED));

        assertThat(article.headline()).startsWith("Trump hails meeting");
        assertThat(article.content().text()).isEqualTo(Files.readString(page));
    }
}
