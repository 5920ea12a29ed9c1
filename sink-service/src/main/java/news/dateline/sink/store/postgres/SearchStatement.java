package news.dateline.sink.store.postgres;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import news.dateline.sink.read.ArticleQuery;
import news.dateline.sink.read.Cursor;

/** The statement that a query becomes: every value is a parameter, none is part of the text. */
final class SearchStatement {
    private final StringBuilder sql = new StringBuilder(
            "SELECT article::text, stored_at, trace_id, dated_at, article_id FROM articles WHERE status = 'usable'");
    private final List<Object> parameters = new ArrayList<>();

    private SearchStatement() {
    }

    /**
     * Asks for one article more than the query, which tells whether there is a next page.
     *
     * @param configurations that articles are indexed with; only looked at where the query has words
     */
    static SearchStatement of(ArticleQuery query, Collection<String> configurations) {
        SearchStatement statement = new SearchStatement();
        Optional<String> language = query.language().map(TextSearch::primary);
        query.words().ifPresent(words -> statement.words(words, configurations));
        language.ifPresent(code -> statement.and("language = ?", code));
        query.source().ifPresent(source -> statement.and("lower(source_name) = lower(?)", source));
        statement.allOf("sections", query.sections());
        statement.allOf("tags", query.tags());
        query.from().ifPresent(from -> statement.and("dated_at >= ?", time(from)));
        query.to().ifPresent(to -> statement.and("dated_at < ?", time(to)));
        if (!query.duplicates()) {
            statement.sql.append(" AND duplicate_of IS NULL");
        }
        query.after().ifPresent(statement::after);
        statement.sql.append(" ORDER BY dated_at DESC, article_id DESC LIMIT ?");
        statement.parameters.add(query.limit() + 1);
        return statement;
    }

    String sql() {
        return sql.toString();
    }

    List<Object> parameters() {
        return parameters;
    }

    /**
     * Each article is searched with the configuration that it was indexed with. One query under several of them would go
     * wrong with {@code -not}: what one language's stemmer excludes, another's would let in again.
     */
    private void words(String words, Collection<String> configurations) {
        sql.append(configurations.stream().map(configuration -> " OR indexed_as = '" + configuration
                + "' AND words @@ websearch_to_tsquery('" + configuration + "', ?)")
                .collect(Collectors.joining("", " AND (false", ")")));
        configurations.forEach(configuration -> parameters.add(words));
    }

    private void allOf(String column, List<String> names) {
        if (!names.isEmpty()) {
            and(column + " @> ?::text[]", names.stream().map(TextSearch::fold).toArray(String[]::new));
        }
    }

    private void after(Cursor cursor) {
        and("(dated_at, article_id) < (?, ?)", time(cursor.datedAt()));
        parameters.add(cursor.articleId());
    }

    private void and(String condition, Object parameter) {
        sql.append(" AND ").append(condition);
        parameters.add(parameter);
    }

    private static Object time(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
