package news.dateline.sink.store.postgres;

import static news.dateline.sink.store.SampleArticle.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import news.dateline.contract.EnrichedArticle;
import news.dateline.sink.read.StoredArticle;
import news.dateline.sink.store.ArticleChange;
import news.dateline.sink.store.ArticleStore;
import news.dateline.sink.store.ArticleStoreContract;
import news.dateline.sink.store.StoreUnavailable;
import news.dateline.sink.store.WriteOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PostgresStoreIT extends ArticleStoreContract {
    private static final MeterRegistry METERS = new SimpleMeterRegistry();
    private final DatabaseAccess access = PostgresServer.freshDatabase();
    private final PostgresStore store = new PostgresStore(access, METERS);
    private final PostgresArchive archive = new PostgresArchive(access, 1, METERS);

    @BeforeEach
    void prepare() {
        store.prepare();
    }

    @AfterEach
    void close() {
        archive.close();
        store.close();
    }

    @Override
    protected ArticleStore store() {
        return store;
    }

    @Override
    protected Optional<EnrichedArticle> kept(String articleId) {
        return archive.find(articleId).map(StoredArticle::article);
    }

    @Test
    void preparingAgainChangesNothing() {
        store.write(List.of(article("a").upsert()));
        try (PostgresStore second = new PostgresStore(access, METERS)) {
            second.prepare();
        }
        assertThat(kept("a")).isPresent();
    }

    @Test
    void preparesADatabaseThatHasOtherTables() throws SQLException {
        DatabaseAccess shared = PostgresServer.freshDatabase();
        execute(shared, "CREATE TABLE somebody_elses (id int)");
        try (PostgresStore second = new PostgresStore(shared, METERS)) {
            second.prepare();
            assertThat(second.write(List.of(article("a").upsert()))).containsExactly(WriteOutcome.STORED);
        }
    }

    @Test
    void everyWriteRenewsStoredAt() {
        store.write(List.of(article("a").upsert()));
        Instant first = archive.find("a").orElseThrow().storedAt();
        store.write(List.of(article("a").upsert()));
        assertThat(archive.find("a").orElseThrow().storedAt()).isAfter(first);
    }

    @Test
    void hugeBodyIsKeptWholeAndSearchedFromItsBeginning() {
        String body = "opening " + "ordinary words in a very long article ".repeat(80_000);
        store.write(List.of(article("a").body(body).upsert()));
        assertThat(body.length()).isGreaterThan(3_000_000);
        assertThat(kept("a").orElseThrow().body()).isEqualTo(body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s-%s ", "字%s-%s字 ", "ab.de/%s%s ", "%s@%s.org ", "%s%s"})
    void noTextIsTooMuchForTheIndex(String form) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; body.length() < 500_000; i++) {
            body.append(form.formatted(Integer.toString(i, 36), Integer.toString(i + 7, 36)));
        }
        assertThat(store.write(List.of(article("a").body(body.toString()).upsert())))
                .containsExactly(WriteOutcome.STORED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD800 alone", "\uDC00", "back\\slash \\u0041 'quote' \"double\" $1 ? :x %s",
            "\u0001\u001F\u007F\uFFFE\uFFFF", "😀👩‍👩‍👧 e\u0301 \u202Ertl", "{\"not\": \"json\"}"})
    void keepsOddCharacters(String text) {
        assertThat(store.write(List.of(article("a").headline(text).body(text).upsert())))
                .containsExactly(WriteOutcome.STORED);
        assertThat(kept("a")).map(EnrichedArticle::headline)
                .contains(text.replaceAll("[\\x{D800}-\\x{DFFF}]", "?"));
    }

    @Test
    void dateThatPostgresCantHoldFailsAlone() {
        assertThat(store.write(List.of(article("a").publishedAt(Optional.of(Instant.MAX)).upsert(),
                article("b").upsert()))).satisfiesExactly(
                        outcome -> assertThat(outcome).isInstanceOf(WriteOutcome.NotStorable.class),
                        outcome -> assertThat(outcome).isEqualTo(WriteOutcome.STORED));
    }

    @Test
    void idThatNoIndexHoldsFailsAlone() {
        String id = IntStream.range(0, 20_000).mapToObj(Integer::toString).reduce("", String::concat);
        assertThat(store.write(List.of(article(id).upsert(), article("b").upsert()))).satisfiesExactly(
                outcome -> assertThat(outcome).isInstanceOf(WriteOutcome.NotStorable.class),
                outcome -> assertThat(outcome).isEqualTo(WriteOutcome.STORED));
    }

    @Test
    void saysUnavailableWhileNobodyIsLetInAndGoesOnAfterwards() {
        PostgresServer.allowConnections(access, false);
        PostgresServer.cutConnections(access);
        assertThatThrownBy(() -> store.write(List.of(article("a").upsert()))).isInstanceOf(StoreUnavailable.class)
                .hasMessageStartingWith("PostgreSQL at localhost:");
        PostgresServer.allowConnections(access, true);
        assertThat(store.write(List.of(article("a").upsert()))).containsExactly(WriteOutcome.STORED);
    }

    @Test
    void keepsNothingOfABatchWhoseConnectionIsCutAndAllOfItAfterwards() throws Exception {
        List<ArticleChange> batch = new ArrayList<>();
        IntStream.range(0, 50).forEach(i -> batch.add(article("a" + i).upsert()));
        // Another session holds the last row, so that the batch stands still in its middle until it is cut.
        store.write(List.of(article("a49").headline("Before").upsert()));
        try (Connection other = connect(access); Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT 1 FROM articles WHERE article_id = 'a49' FOR UPDATE");
            CompletableFuture<List<WriteOutcome>> written = CompletableFuture.supplyAsync(() -> store.write(batch));
            awaitLockWait();
            PostgresServer.administer("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    + "WHERE application_name = 'sink-write' AND wait_event_type = 'Lock'");
            assertThatThrownBy(written::join).hasCauseInstanceOf(StoreUnavailable.class);
            assertThat(kept("a0")).isEmpty();
            other.rollback();
        }
        assertThat(store.write(batch)).hasSize(50).containsOnly(WriteOutcome.STORED);
        assertThat(kept("a0")).isPresent();
    }

    private void awaitLockWait() throws SQLException {
        try (Connection observer = connect(access); Statement statement = observer.createStatement()) {
            long deadline = System.nanoTime() + 10_000_000_000L;
            while (System.nanoTime() < deadline) {
                try (var rows = statement.executeQuery("SELECT count(*) FROM pg_stat_activity "
                        + "WHERE application_name = 'sink-write' AND wait_event_type = 'Lock'")) {
                    rows.next();
                    if (rows.getInt(1) > 0) {
                        return;
                    }
                }
            }
        }
        throw new AssertionError("the batch never waited");
    }

    private static void execute(DatabaseAccess database, String sql) throws SQLException {
        try (Connection connection = connect(database); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(DatabaseAccess database) throws SQLException {
        return DriverManager.getConnection(database.url(), "postgres", "");
    }
}
