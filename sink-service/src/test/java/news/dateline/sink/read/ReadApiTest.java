package news.dateline.sink.read;

import static news.dateline.sink.store.SampleArticle.article;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import news.dateline.chassis.Health;
import news.dateline.chassis.HttpEndpoint;
import news.dateline.chassis.Metrics;
import news.dateline.contract.ContractJson;
import news.dateline.contract.EnrichedArticle;
import news.dateline.sink.store.StoreUnavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

final class ReadApiTest {
    private static final Instant STORED = Instant.parse("2026-03-02T10:00:05Z");
    private static final StoredArticle ARTICLE = new StoredArticle(article("a").made(), STORED,
            Optional.of("4bf92f3577b34da6a3ce929d0e0e4736"));

    private final List<ArticleQuery> asked = new ArrayList<>();
    private Supplier<Page> pages = () -> new Page(List.of(ARTICLE), Optional.empty());
    private final Metrics metrics = new Metrics("sink");
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpEndpoint endpoint = HttpEndpoint.start("127.0.0.1", 0, metrics, () -> Health.UP,
            new ReadApi(new FixedArchive())::addTo);

    @AfterEach
    void close() {
        client.close();
        endpoint.close();
        metrics.close();
    }

    @Test
    void listsArticlesAsStoredWithTheTimeOfStoring() throws Exception {
        HttpResponse<String> answer = get("/v1/articles");
        JsonNode json = ContractJson.mapper().readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValueSatisfying(
                type -> assertThat(type).startsWith("application/json"));
        assertThat(json.at("/articles/0/storedAt").asString()).isEqualTo("2026-03-02T10:00:05Z");
        assertThat(json.at("/articles/0/traceId").asString()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(ContractJson.mapper().treeToValue(json.at("/articles/0"), EnrichedArticle.class))
                .isEqualTo(ARTICLE.article());
        assertThat(json.has("next")).isFalse();
        assertThat(asked.getFirst()).isEqualTo(new ArticleQuery(Optional.empty(), List.of(), List.of(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true, 20, Optional.empty()));
    }

    @Test
    void readsEveryParameter() throws Exception {
        get("/v1/articles?q=peace+%22talks%22&section=World&section=Politics&tag=russia&language=en&source=Courier"
                + "&from=2026-03-01&to=2026-03-02T12:00:00%2B01:00&duplicates=exclude&limit=200");
        assertThat(asked.getFirst()).isEqualTo(new ArticleQuery(Optional.of("peace \"talks\""),
                List.of("World", "Politics"), List.of("russia"), Optional.of("en"), Optional.of("Courier"),
                Optional.of(Instant.parse("2026-03-01T00:00:00Z")), Optional.of(Instant.parse("2026-03-02T11:00:00Z")),
                false, 200, Optional.empty()));
    }

    @Test
    void takesBackTheCursorThatItGave() throws Exception {
        Cursor cursor = new Cursor(Instant.parse("2026-03-01T12:00:00.123456Z"), "a");
        pages = () -> new Page(List.of(ARTICLE), Optional.of(cursor));
        String next = ContractJson.mapper().readTree(get("/v1/articles?limit=1").body()).get("next").asString();
        get("/v1/articles?limit=1&cursor=" + next);
        assertThat(asked.getLast().after()).contains(cursor);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"limit=0 | limit", "limit=201 | limit", "limit=ten | limit",
            "limit=1&limit=2 | limit", "from=yesterday | from", "from=2026-02-30 | from",
            "from=%2B999999999-12-31T00:00:00Z | from", "from=2026-03-02&to=2026-03-01 | to", "cursor=abc | cursor",
            "q= | q", "q=a%00b | q", "language=english! | language", "duplicates=maybe | duplicates",
            "serction=World | serction"})
    void refusesABadParameterByName(String query, String field) throws Exception {
        HttpResponse<String> answer = get("/v1/articles?" + query);
        JsonNode problem = ContractJson.mapper().readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(problem.get("field").asString()).isEqualTo(field);
        assertThat(problem.get("detail").asString()).startsWith(field + ": ");
        assertThat(asked).isEmpty();
    }

    @Test
    void givesOneArticleByItsId() throws Exception {
        HttpResponse<String> answer = get("/v1/articles/a");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(ContractJson.mapper().readTree(answer.body()).get("storedAt").asString())
                .isEqualTo(STORED.toString());
    }

    @Test
    void answersNotFoundForAnUnknownId() throws Exception {
        HttpResponse<String> answer = get("/v1/articles/unknown");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("no-such-article");
    }

    @Test
    void countsArticles() throws Exception {
        assertThat(get("/v1/counts").body()).isEqualTo("{\"articles\":3,\"duplicates\":1,\"withheld\":2}");
    }

    @Test
    void asksToComeBackWhileTheStoreIsAway() throws Exception {
        pages = () -> {
            throw new StoreUnavailable("PostgreSQL at db", new IllegalStateException("away"));
        };
        HttpResponse<String> answer = get("/v1/articles");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("retry-after")).contains("5");
        assertThat(answer.body()).contains("PostgreSQL at db");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + endpoint.port() + path);
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private final class FixedArchive implements ArticleArchive {
        @Override
        public Page page(ArticleQuery query) {
            asked.add(query);
            return pages.get();
        }

        @Override
        public Optional<StoredArticle> find(String articleId) {
            return Optional.of(ARTICLE).filter(stored -> stored.article().articleId().equals(articleId));
        }

        @Override
        public Counts counts() {
            return new Counts(3, 1, 2);
        }

        @Override
        public void close() {
            asked.clear();
        }
    }
}
