package news.dateline.sink.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.dateline.contract.ContractJson;
import news.dateline.contract.EnrichedArticle;
import news.dateline.contract.Labels;
import news.dateline.contract.SectionLabel;
import news.dateline.sink.store.ArticleChange.Upsert;

/** The statement that keeps a revision unless a later one is kept. */
final class UpsertStatement {
    /**
     * A tsvector holds 1 MiB, and a text makes at most four times its own bytes of it (words of one letter, joined by
     * hyphens): 240,000 bytes always fit. They are some 35,000 words; PostgreSQL keeps no position beyond 16,383.
     */
    private static final int BODY_BYTES = 200_000;
    private static final int HEADLINE_BYTES = 20_000;
    private static final int SUMMARY_BYTES = 20_000;

    private static final String SQL = """
            INSERT INTO articles AS kept (article_id, revision, status, source_name, source_article_id, url, headline,
                language, sections, tags, duplicate_of, published_at, received_at, enriched_at, trace_id, article,
                indexed_as, words)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?,
                setweight(to_tsvector(?::regconfig, ?), 'A') || setweight(to_tsvector(?::regconfig, ?), 'B')
                    || setweight(to_tsvector(?::regconfig, ?), 'C'))
            ON CONFLICT (article_id) DO UPDATE SET
                revision = excluded.revision, status = excluded.status, source_name = excluded.source_name,
                source_article_id = excluded.source_article_id, url = excluded.url, headline = excluded.headline,
                language = excluded.language, sections = excluded.sections, tags = excluded.tags,
                duplicate_of = excluded.duplicate_of, published_at = excluded.published_at,
                received_at = excluded.received_at, enriched_at = excluded.enriched_at, stored_at = clock_timestamp(),
                trace_id = excluded.trace_id,
                article = excluded.article, indexed_as = excluded.indexed_as, words = excluded.words
            WHERE excluded.revision >= kept.revision""";

    private UpsertStatement() {
    }

    static PreparedStatement prepare(Connection connection) throws SQLException {
        return connection.prepareStatement(SQL);
    }

    static void bind(PreparedStatement statement, Upsert upsert) throws SQLException {
        EnrichedArticle article = upsert.article();
        Optional<String> language = article.labels().flatMap(Labels::language).map(TextSearch::primary);
        String configuration = TextSearch.configuration(language);
        Parameters parameters = new Parameters(statement);
        parameters.text(article.articleId());
        parameters.number(article.revision());
        parameters.text(article.status().word());
        parameters.text(article.source().name());
        parameters.text(article.sourceArticleId());
        parameters.text(article.url());
        parameters.text(article.headline());
        parameters.text(language);
        parameters.texts(sections(article));
        parameters.texts(tags(article));
        parameters.text(article.duplicateOf());
        parameters.time(article.publishedAt());
        parameters.time(Optional.of(article.receivedAt()));
        parameters.time(Optional.of(article.enrichedAt()));
        parameters.text(upsert.traceId());
        parameters.text(ContractJson.mapper().writeValueAsString(article));
        parameters.text(configuration);
        parameters.text(configuration);
        parameters.text(TextSearch.beginning(article.headline(), HEADLINE_BYTES));
        parameters.text(configuration);
        parameters.text(TextSearch.beginning(article.summary(), SUMMARY_BYTES));
        parameters.text(configuration);
        parameters.text(TextSearch.beginning(article.body(), BODY_BYTES));
    }

    private static List<String> sections(EnrichedArticle article) {
        return article.labels().stream().flatMap(labels -> labels.sections().stream()).map(SectionLabel::section)
                .map(TextSearch::fold).distinct().toList();
    }

    /** A reader may ask for a tag by its text or by the rule that gave it. */
    private static List<String> tags(EnrichedArticle article) {
        return article.labels().stream().flatMap(labels -> labels.tags().stream())
                .flatMap(label -> Stream.of(label.tag(), label.rule())).map(TextSearch::fold).distinct().toList();
    }

    /** Sets one parameter after the other. */
    private static final class Parameters {
        private static final String DATETIME_OVERFLOW = "22008";

        private final PreparedStatement statement;
        private int index;

        Parameters(PreparedStatement statement) {
            this.statement = statement;
        }

        void text(String value) throws SQLException {
            statement.setString(++index, value);
        }

        void text(Optional<String> value) throws SQLException {
            statement.setString(++index, value.orElse(null));
        }

        void number(long value) throws SQLException {
            statement.setLong(++index, value);
        }

        void texts(List<String> values) throws SQLException {
            statement.setArray(++index, statement.getConnection().createArrayOf("text", values.toArray()));
        }

        void time(Optional<Instant> value) throws SQLException {
            if (value.isEmpty()) {
                statement.setNull(++index, Types.TIMESTAMP_WITH_TIMEZONE);
                return;
            }
            try {
                statement.setObject(++index, value.get().atOffset(ZoneOffset.UTC));
            } catch (DateTimeException e) {
                // Java's own range is wider than its driver's; the server says this of what is beyond its range.
                throw new SQLException("time out of range", DATETIME_OVERFLOW, e);
            }
        }
    }
}
