package news.dateline.sink.store.postgres;

import static news.dateline.sink.store.SampleArticle.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import news.dateline.contract.PublicationStatus;
import news.dateline.sink.read.ArticleArchive.Counts;
import news.dateline.sink.read.ArticleQuery;
import news.dateline.sink.read.Cursor;
import news.dateline.sink.read.Page;
import news.dateline.sink.read.StoredArticle;
import news.dateline.sink.store.ArticleChange;
import news.dateline.sink.store.SampleArticle;
import news.dateline.sink.store.StoreUnavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PostgresArchiveIT {
    private static final MeterRegistry METERS = new SimpleMeterRegistry();
    private static final ArticleQuery ALL = new ArticleQuery(Optional.empty(), List.of(), List.of(), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(), true, 200, Optional.empty());

    private final DatabaseAccess access = PostgresServer.freshDatabase();
    private final PostgresStore store = new PostgresStore(access, METERS);
    private final PostgresArchive archive = new PostgresArchive(access, 2, METERS);

    @BeforeEach
    void prepare() {
        store.prepare();
    }

    @AfterEach
    void close() {
        archive.close();
        store.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", value = {"ceasefire | talks, old", "CEASEFIRES | talks, old",
            "ceasefire -collapse | talks", "ceasefire -collapsing | talks", "\"prisoners return\" | talks",
            "\"return prisoners\" | none", "häuser | haus", "haus -dach | none", "hauser or markets | haus, bourse",
            "хлеб | bread", "word beyond | none", "the | none", "-ceasefire | haus, bourse, bread",
            "&&& ((( !!! : * <-> | none", "it's; DROP TABLE articles | none", "simplewords | bread"})
    void findsWords(String words, String expected) {
        store.write(changes(
                article("talks").headline("Ceasefire agreed").body("The prisoners returned on Sunday.")
                        .publishedAt("2026-03-05T00:00:00Z"),
                article("old").headline("Talks").body("The ceasefire is collapsing.")
                        .publishedAt("2026-03-04T00:00:00Z"),
                article("haus").headline("Das Haus").body("Ein Dach aus Holz für alle Häuser.").language("de")
                        .publishedAt("2026-03-03T00:00:00Z"),
                article("bourse").headline("Market opens").body("Shares rise.").publishedAt("2026-03-02T00:00:00Z"),
                article("bread").headline("Хлеб").body("simplewords").language("")
                        .publishedAt("2026-03-01T00:00:00Z")));
        assertThat(ids(archive.page(words(words))))
                .containsExactlyElementsOf(expected == null ? List.of() : List.of(expected.split(", ")));
    }

    @Test
    void tellsTheTraceInWhichTheKeptRevisionCame() {
        store.write(List.of(new ArticleChange.Upsert(article("a").made(), Optional.of("first")),
                new ArticleChange.Upsert(article("a").made(), Optional.of("second")), article("b").upsert()));

        assertThat(archive.find("a").orElseThrow().traceId()).contains("second");
        assertThat(archive.page(ALL).articles()).extracting(StoredArticle::traceId)
                .containsExactlyInAnyOrder(Optional.of("second"), Optional.empty());
    }

    @Test
    void searchesWithTheConfigurationOfTheAskedLanguage() {
        store.write(changes(article("de").headline("Häuser").language("de"),
                article("en").headline("Houses in Häuser").language("en")));
        ArticleQuery query = new ArticleQuery(Optional.of("Haus"), List.of(), List.of(), Optional.of("de-AT"),
                Optional.empty(), Optional.empty(), Optional.empty(), true, 20, Optional.empty());
        assertThat(ids(archive.page(query))).containsExactly("de");
    }

    @Test
    void filtersBySectionsAndTagsInAnyCase() {
        store.write(changes(article("a").sections("World", "Politics").tag("United States", "united-states"),
                article("b").sections("World").tag("Russia", "russia"), article("c").withoutSections()));
        assertThat(ids(archive.page(labels(List.of("WORLD"), List.of())))).containsExactly("b", "a");
        assertThat(ids(archive.page(labels(List.of("world", "politics"), List.of())))).containsExactly("a");
        assertThat(ids(archive.page(labels(List.of(), List.of("UNITED states"))))).containsExactly("a");
        assertThat(ids(archive.page(labels(List.of(), List.of("united-states"))))).containsExactly("a");
        assertThat(ids(archive.page(labels(List.of("Politics"), List.of("russia"))))).isEmpty();
    }

    @Test
    void filtersByTimeFromInclusiveToExclusive() {
        store.write(changes(article("a").publishedAt("2026-03-01T00:00:00Z"),
                article("b").publishedAt("2026-03-02T00:00:00Z"),
                // Not dated by its publisher: received on 2 March at 10.
                article("c").publishedAt(Optional.empty())));
        ArticleQuery day = new ArticleQuery(Optional.empty(), List.of(), List.of(), Optional.empty(),
                Optional.empty(), Optional.of(Instant.parse("2026-03-01T00:00:00Z")),
                Optional.of(Instant.parse("2026-03-02T00:00:00Z")), true, 20, Optional.empty());
        assertThat(ids(archive.page(day))).containsExactly("a");
        assertThat(ids(archive.page(ALL))).containsExactly("c", "b", "a");
    }

    @Test
    void filtersBySourceAndDuplicates() {
        store.write(changes(article("a").source("The Courier"), article("b").source("Other").duplicateOf("a")));
        ArticleQuery originals = new ArticleQuery(Optional.empty(), List.of(), List.of(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), false, 20, Optional.empty());
        ArticleQuery courier = new ArticleQuery(Optional.empty(), List.of(), List.of(), Optional.empty(),
                Optional.of("the courier"), Optional.empty(), Optional.empty(), true, 20, Optional.empty());
        assertThat(ids(archive.page(originals))).containsExactly("a");
        assertThat(ids(archive.page(courier))).containsExactly("a");
        assertThat(ids(archive.page(ALL))).containsExactly("b", "a");
    }

    @Test
    void neverListsAWithheldArticleButFindsItById() {
        store.write(changes(article("a"), article("b").status(PublicationStatus.WITHHELD)));
        assertThat(ids(archive.page(ALL))).containsExactly("a");
        assertThat(ids(archive.page(words("-nothing")))).containsExactly("a");
        assertThat(archive.find("b").orElseThrow().article().body()).isEmpty();
        assertThat(archive.counts()).isEqualTo(new Counts(1, 0, 1));
    }

    @Test
    void countsDuplicatesAmongTheArticles() {
        store.write(changes(article("a"), article("b").duplicateOf("a"), article("c")));
        assertThat(archive.counts()).isEqualTo(new Counts(3, 1, 0));
    }

    @Test
    void cursorWalksOverArticlesOfOneTimeSeeingEachOnce() {
        List<SampleArticle> articles = new ArrayList<>(IntStream.range(0, 500)
                .mapToObj(i -> article("id-" + i).publishedAt("2026-03-01T12:00:00.123456789Z")).toList());
        Collections.shuffle(articles, new Random(5));
        store.write(changes(articles.toArray(SampleArticle[]::new)));
        List<String> seen = new ArrayList<>();
        Optional<Cursor> cursor = Optional.empty();
        do {
            Page page = archive.page(new ArticleQuery(Optional.empty(), List.of(), List.of(), Optional.empty(),
                    Optional.empty(), Optional.empty(), Optional.empty(), true, 7, cursor));
            seen.addAll(ids(page));
            cursor = page.next();
        } while (cursor.isPresent());
        assertThat(seen).hasSize(500);
        assertThat(new HashSet<>(seen)).hasSize(500);
    }

    @Test
    void lastPageThatIsFullHasNoNext() {
        store.write(changes(article("a"), article("b")));
        assertThat(archive.page(new ArticleQuery(Optional.empty(), List.of(), List.of(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), true, 2, Optional.empty())).next()).isEmpty();
    }

    @Test
    void idWithACharacterThatPostgresLacksIsNotFound() {
        assertThat(archive.find("a\0")).isEmpty();
    }

    @Test
    void cantWrite() {
        try (var connections = Connections.reading(access, 1, METERS);
                var connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate("DELETE FROM articles"))
                    .isInstanceOf(SQLException.class).hasMessageContaining("read-only");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void saysUnavailableWhileNobodyIsLetIn() {
        PostgresServer.allowConnections(access, false);
        PostgresServer.cutConnections(access);
        assertThatThrownBy(() -> archive.page(ALL)).isInstanceOf(StoreUnavailable.class);
        PostgresServer.allowConnections(access, true);
        assertThat(archive.page(ALL).articles()).isEmpty();
    }

    private static List<ArticleChange> changes(SampleArticle... articles) {
        return List.of(articles).stream().map(SampleArticle::upsert).toList();
    }

    private static ArticleQuery words(String words) {
        return new ArticleQuery(Optional.of(words), List.of(), List.of(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), true, 20, Optional.empty());
    }

    private static ArticleQuery labels(List<String> sections, List<String> tags) {
        return new ArticleQuery(Optional.empty(), sections, tags, Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), true, 20, Optional.empty());
    }

    private static List<String> ids(Page page) {
        return page.articles().stream().map(stored -> stored.article().articleId()).toList();
    }
}
