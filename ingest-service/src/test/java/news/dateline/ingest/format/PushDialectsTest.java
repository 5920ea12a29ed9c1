package news.dateline.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import news.dateline.contract.PublicationStatus;
import news.dateline.contract.RawArticle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PushDialectsTest {
    private static final Instant RECEIVED = Instant.parse("2026-11-05T10:00:00Z");
    private static final MediaType NINJS = MediaType.of(Optional.of("application/vnd.iptc.ninjs+json"));
    private static final MediaType LINKED_DATA = MediaType.of(Optional.of("application/ld+json"));
    private static final String NINJS_1 = """
            {"uri":"urn:example:1","type":"text","version":"3","pubstatus":"usable","language":"en",
             "firstcreated":"2026-11-05T08:00:00Z","versioncreated":"2026-11-05T09:00:00+0100","headline":"Harbour reopens",
             "byline":"Ada Byron","description_text":"After the storm.","body_text":"Ships.","body_xhtml":"<p>Ships.</p>",
             "infosources":[{"name":"Example Wire"}],"subject":[{"code":"1","name":"port"}]}""";
    private static final String NINJS_3 = """
            {"uri":"urn:example:1","pubStatus":"withheld","versionCreated":"2026-11-05T09:00:00Z","version":"v4",
             "headlines":[{"role":"short","value":"Reopened"},{"role":"main","value":"Harbour reopens"}],
             "bodies":[{"contentType":"text/vnd.IPTC.NITF","value":"<nitf/>"},{"contentType":"text/plain","value":"Ships."}],
             "by":"Ada Byron","copyrightHolder":"Example Wire","altIds":[{"role":"internal","value":"7"}]}""";
    private static final String GRAPH = """
            {"@context":"https://schema.org","@graph":[
             {"@type":"Organization","@id":"#us","name":"The Example","url":"https://example.org/"},
             {"@type":["NewsArticle","https://schema.org/Report"],"@id":"https://example.org/1#article",
              "mainEntityOfPage":{"@id":"https://example.org/1"},"headline":"Harbour reopens","description":"After.",
              "articleBody":"Ships are back.","datePublished":"2026-11-05","dateModified":"2026-11-05T09:30:00",
              "inLanguage":"en_GB","author":[{"@type":"Person","name":"Ada Byron"},"Grace Hopper",{"@id":"#us"}],
              "publisher":{"@id":"#us"},"articleSection":["Local"],"keywords":"port, storm"}]}""";
    private static final String NEWS_API = """
            {"status":"ok","totalResults":2,"articles":[
             {"source":{"id":null,"name":"The Example"},"author":"Ada Byron","title":"Harbour reopens","description":"After.",
              "url":"https://example.org/1","urlToImage":null,"publishedAt":"2026-11-05T09:30:00Z","content":"Ships… [+99 chars]"},
             {"title":"[Removed]","url":"https://removed.com"} ,7]}""";

    private static Reading read(MediaType type, String text) {
        return PushFormat.read(type, GivenFields.NONE, text.getBytes(UTF_8), RECEIVED);
    }

    private static RawArticle accepted(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        return ((Reading.Accepted) reading).article();
    }

    @Test
    void readsNinjsOne() {
        RawArticle article = accepted(read(NINJS, NINJS_1));

        assertThat(article.sourceArticleId()).contains("urn:example:1");
        assertThat(article.headline()).isEqualTo("Harbour reopens");
        assertThat(article.summary()).isEqualTo("After the storm.");
        assertThat(article.content().mediaType()).isEqualTo("text/html");
        assertThat(article.content().text()).isEqualTo("<p>Ships.</p>");
        assertThat(article.bylines()).containsExactly("Ada Byron");
        assertThat(article.source().name()).isEqualTo("Example Wire");
        assertThat(article.declared().language()).contains("en");
        assertThat(article.declared().keywords()).containsExactly("port");
        assertThat(article.revision()).contains(3L);
        assertThat(article.publishedAt()).contains(Instant.parse("2026-11-05T08:00:00Z"));
        assertThat(article.updatedAt()).contains(Instant.parse("2026-11-05T08:00:00Z"));
    }

    @Test
    void readsNinjsThree() {
        RawArticle article = accepted(read(NINJS, NINJS_3));

        assertThat(article.headline()).isEqualTo("Harbour reopens");
        assertThat(article.content().text()).isEqualTo("Ships.");
        assertThat(article.content().mediaType()).isEqualTo("text/plain");
        assertThat(article.status()).isEqualTo(PublicationStatus.WITHHELD);
        assertThat(article.revision()).isEmpty();
        assertThat(article.source().name()).isEqualTo("Example Wire");
        assertThat(article.publishedAt()).isEqualTo(article.updatedAt());
    }

    @Test
    void knowsEveryDialectByItsMembers() {
        assertThat(accepted(read(MediaType.JSON, NINJS_1)).sourceArticleId()).contains("urn:example:1");
        assertThat(accepted(read(MediaType.LINES, NINJS_3)).sourceArticleId()).contains("urn:example:1");
        assertThat(accepted(read(MediaType.JSON, GRAPH)).source().name()).isEqualTo("The Example");
        assertThat(accepted(read(MediaType.JSON, "{\"headline\":\"x\",\"uri\":\"y\",\"articles\":[]}")).headline())
                .isEqualTo("x");
    }

    @Test
    void readsANewsArticleOfAGraph() {
        RawArticle article = accepted(read(LINKED_DATA, GRAPH));

        assertThat(article.url()).contains("https://example.org/1");
        assertThat(article.headline()).isEqualTo("Harbour reopens");
        assertThat(article.summary()).isEqualTo("After.");
        assertThat(article.content().text()).isEqualTo("Ships are back.");
        assertThat(article.bylines()).containsExactly("Ada Byron", "Grace Hopper", "The Example");
        assertThat(article.source().url()).contains("https://example.org/");
        assertThat(article.declared().language()).contains("en-GB");
        assertThat(article.declared().sections()).containsExactly("Local");
        assertThat(article.declared().keywords()).containsExactly("port", "storm");
        assertThat(article.publishedAt()).contains(Instant.parse("2026-11-05T00:00:00Z"));
        assertThat(article.updatedAt()).contains(Instant.parse("2026-11-05T09:30:00Z"));
    }

    @Test
    void ninjsDescriptionOfSomebodyIsNoSummary() {
        RawArticle article = accepted(read(NINJS, """
                {"uri":"urn:example:1","headlines":[{"value":"Harbour reopens"}],"descriptions":[
                 {"role":"creditline","value":"Example Wire"},{"role":"caption","value":"Ships in port."}],
                 "bodies":[{"value":"Ships."},{"contentType":"text/html5","value":"<p>Ships.</p>"}]}"""));

        assertThat(article.summary()).isEqualTo("Ships in port.");
        assertThat(article.content().text()).isEqualTo("<p>Ships.</p>");
    }

    @Test
    void readsLinkedDataAsPublishersWriteIt() {
        RawArticle article = accepted(read(LINKED_DATA,
                """
                        {"@type":"NewsArticle","identifier":{"@type":"PropertyValue","value":71},"headline":"Fish &amp; ships &#8217;",
                         "articleBody":"<p>Ships.</p>","inLanguage":{"@type":"Language","name":"English","alternateName":"en"},
                         "datePublished":"2026-11-05T09:30:00+01","author":"Ada Byron","url":"https://example.org/1"}"""));

        assertThat(article.sourceArticleId()).contains("71");
        assertThat(article.headline()).isEqualTo("Fish & ships ’");
        assertThat(article.content().mediaType()).isEqualTo("text/html");
        assertThat(article.declared().language()).contains("en");
        assertThat(article.publishedAt()).contains(Instant.parse("2026-11-05T08:30:00Z"));
    }

    @Test
    void readsANewsArticleOfAList() {
        assertThat(accepted(read(LINKED_DATA,
                "[{\"@type\":\"BreadcrumbList\"},{\"@type\":\"WebPage\",\"mainEntity\":{\"@type\":\"NewsArticle\","
                        + "\"headline\":\"x\",\"author\":{\"name\":[\"Ada\"]},\"url\":\"https://example.org/2\"}}]"))
                .bylines()).containsExactly("Ada");
    }

    @Test
    void dividesAResponseOfNewsApi() {
        List<byte[]> articles = PushFormat.articles(MediaType.JSON, NEWS_API.getBytes(UTF_8)).orElseThrow();

        assertThat(articles).hasSize(3);
        assertThat(new String(articles.get(2), UTF_8)).isEqualTo("7");
        RawArticle article = accepted(PushFormat.read(MediaType.JSON, GivenFields.NONE, articles.getFirst(), RECEIVED));
        assertThat(article.headline()).isEqualTo("Harbour reopens");
        assertThat(article.source().name()).isEqualTo("The Example");
        assertThat(article.bylines()).containsExactly("Ada Byron");
        assertThat(article.summary()).isEqualTo("After.");
        assertThat(article.content().text()).isEqualTo("Ships… [+99 chars]");
        assertThat(article.url()).contains("https://example.org/1");
        assertThat(PushFormat.read(MediaType.JSON, GivenFields.NONE, articles.get(1), RECEIVED))
                .isInstanceOfSatisfying(Reading.Refused.class,
                        refused -> assertThat(refused.field()).contains("title"));
    }

    @Test
    void dividesNothingElse() {
        String many = "{\"status\":\"ok\",\"articles\":[" + "1,".repeat(1_000) + "1]}";

        assertThat(PushFormat.articles(MediaType.LINES, NEWS_API.getBytes(UTF_8))).isEmpty();
        assertThat(PushFormat.articles(MediaType.JSON, many.getBytes(UTF_8))).isEmpty();
        assertThat(PushFormat.articles(MediaType.JSON, "{\"articles\":[".getBytes(UTF_8))).isEmpty();
        assertThat(((Reading.Refused) read(MediaType.JSON, many)).rule()).contains("no more than 1000 articles");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/ninjs+json | {"headline":"x"}                                         | uri               | must be given
            application/ninjs+json | {"uri":"1","headlines":"x"}                              | headlines         | must be a list of objects
            application/ninjs+json | {"uri":"1","headlines":[{"value":7}]}                    | headlines[0].value | must be text
            application/ninjs+json | {"uri":"1","headline":"x","pubstatus":"killed"}          | pubstatus         | must be one of usable, withheld, canceled
            application/ninjs+json | {"uri":"1","headline":"x","versionCreated":"now"}        | versionCreated    | must be an ISO 8601 time with zone such as 2026-11-05T09:30:00Z
            application/ld+json    | {"@type":"NewsArticle","headline":{"a":1}}               | headline          | must not be blank where summary and content.text are blank too
            application/ld+json    | [{"@type":"NewsArticle","headline":"x","url":"ftp:/x"}]  | [0].url           | must be an http or https URL
            application/ld+json    | {"@type":"Person"}                                       | article           | must have a NewsArticle, or another article of schema.org, as its @type
            """)
    void namesTheFieldAsThePusherWroteIt(String type, String json, String field, String rule) {
        Reading.Refused refused = (Reading.Refused) read(MediaType.of(Optional.of(type)), json);

        assertThat(refused.field().orElse("article")).isEqualTo(field);
        assertThat(refused.rule()).isEqualTo(rule);
    }

    @Test
    void boundsTheValuesOfATree() {
        assertThat(((Reading.Refused) read(NINJS, "[" + "1,".repeat(100_000) + "1]")).sentence())
                .isEqualTo("the article must have no more than 100000 JSON values");
    }

    @Test
    void takesTheStandardsOwnExamples() throws IOException {
        Path examples = Path.of("..", "..", "shared", "data", "iptc", "ninjs-examples-3.0");
        assumeTrue(Files.isDirectory(examples), "no ninjs examples in " + examples);
        try (Stream<Path> files = Files.list(examples)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
                Reading reading = PushFormat.read(NINJS, GivenFields.NONE, Files.readAllBytes(file), RECEIVED);
                assertThat(reading).as(file.toString()).isInstanceOf(Reading.Accepted.class);
            }
        }
    }

    @Test
    void answersWhateverComesWithAReading() {
        Random random = new Random(5);
        List<String> seeds = List.of(NINJS_1, NINJS_3, GRAPH, NEWS_API,
                NEWS_API.substring(NEWS_API.indexOf('[') + 1, NEWS_API.indexOf("[Rem") - 12).strip());
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(seeds.get(random.nextInt(seeds.size())));
            for (int change = 1 + random.nextInt(4); change > 0; change--) {
                int at = random.nextInt(text.length());
                int to = Math.min(text.length(), at + random.nextInt(9));
                text.replace(at, to, List.of("", "[", "{", "}", "\"", "null", "7", ":", "[[\"\"]]", "{\"@id\":\"#us\"}")
                        .get(random.nextInt(10)));
            }
            byte[] bytes = text.toString().getBytes(UTF_8);
            for (MediaType type : List.of(MediaType.JSON, NINJS, LINKED_DATA)) {
                assertThat(PushFormat.read(type, GivenFields.NONE, bytes, RECEIVED)).isNotNull();
                assertThat(PushFormat.articles(type, bytes)).isNotNull();
            }
        }
    }
}
