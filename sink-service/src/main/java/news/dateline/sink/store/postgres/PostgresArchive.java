package news.dateline.sink.store.postgres;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.dateline.contract.ContractJson;
import news.dateline.contract.EnrichedArticle;
import news.dateline.sink.read.ArticleArchive;
import news.dateline.sink.read.ArticleQuery;
import news.dateline.sink.read.Cursor;
import news.dateline.sink.read.Page;
import news.dateline.sink.read.StoredArticle;
import news.dateline.sink.store.StoreUnavailable;

/** Reads the articles that {@link PostgresStore} keeps, over connections that can't write. */
public final class PostgresArchive implements ArticleArchive {
    private static final int LONGEST_SECONDS = 10;
    /** Steps from one to the next on the index, however many articles there are. */
    private static final String CONFIGURATIONS_IN_USE = """
            WITH RECURSIVE used (indexed_as) AS (
                (SELECT indexed_as FROM articles ORDER BY indexed_as LIMIT 1)
                UNION ALL
                SELECT (SELECT indexed_as FROM articles WHERE indexed_as > used.indexed_as ORDER BY indexed_as LIMIT 1)
                FROM used WHERE used.indexed_as IS NOT NULL)
            SELECT indexed_as FROM used WHERE indexed_as IS NOT NULL""";

    private final DatabaseAccess access;
    private final HikariDataSource connections;

    /**
     * @param size   connections, and so queries at a time
     * @param meters of these connections
     */
    public PostgresArchive(DatabaseAccess access, int size, MeterRegistry meters) {
        this.access = access;
        this.connections = Connections.reading(access, size, meters);
    }

    @Override
    public Page page(ArticleQuery query) {
        SearchStatement search = SearchStatement.of(query, query.words().isPresent()
                ? configurations(query)
                : List.of());
        return answer(search.sql(), search.parameters(), rows -> {
            List<StoredArticle> articles = new ArrayList<>();
            Optional<Cursor> last = Optional.empty();
            while (rows.next()) {
                if (articles.size() == query.limit()) {
                    return new Page(articles, last);
                }
                articles.add(article(rows));
                last = Optional.of(new Cursor(rows.getObject("dated_at", OffsetDateTime.class).toInstant(),
                        rows.getString("article_id")));
            }
            return new Page(articles, Optional.empty());
        });
    }

    @Override
    public Optional<StoredArticle> find(String articleId) {
        // PostgreSQL has no text with U+0000 in it, and refuses to look for one.
        if (articleId.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return answer("SELECT article::text, stored_at, trace_id FROM articles WHERE article_id = ?",
                List.of(articleId),
                rows -> rows.next() ? Optional.of(article(rows)) : Optional.empty());
    }

    @Override
    public Counts counts() {
        return answer("""
                SELECT count(*) FILTER (WHERE status = 'usable') AS articles,
                    count(*) FILTER (WHERE status = 'usable' AND duplicate_of IS NOT NULL) AS duplicates,
                    count(*) FILTER (WHERE status = 'withheld') AS withheld
                FROM articles""", List.of(), rows -> {
            rows.next();
            return new Counts(rows.getLong("articles"), rows.getLong("duplicates"), rows.getLong("withheld"));
        });
    }

    /** Those that may have made the words of the articles asked for: each one more makes the search dearer. */
    private List<String> configurations(ArticleQuery query) {
        if (query.language().isPresent()) {
            return List.of(TextSearch.configuration(query.language()));
        }
        return answer(CONFIGURATIONS_IN_USE, List.of(), rows -> {
            List<String> used = new ArrayList<>();
            while (rows.next()) {
                used.add(rows.getString("indexed_as"));
            }
            used.retainAll(TextSearch.configurations());
            return used;
        });
    }

    private static StoredArticle article(ResultSet rows) throws SQLException {
        return new StoredArticle(
                ContractJson.mapper().readValue(rows.getString("article"), EnrichedArticle.class),
                rows.getObject("stored_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(rows.getString("trace_id")));
    }

    private <T> T answer(String sql, List<Object> parameters, Reading<T> reading) {
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(LONGEST_SECONDS);
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                return reading.of(rows);
            }
        } catch (SQLException e) {
            throw new StoreUnavailable(access.name() + " (" + SqlFailure.describe(e) + ")", e);
        }
    }

    @Override
    public void close() {
        connections.close();
    }

    /** Makes an answer of the rows. */
    private interface Reading<T> {
        T of(ResultSet rows) throws SQLException;
    }
}
