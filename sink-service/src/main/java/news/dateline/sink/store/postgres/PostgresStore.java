package news.dateline.sink.store.postgres;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import news.dateline.contract.PublicationStatus;
import news.dateline.sink.store.ArticleChange;
import news.dateline.sink.store.ArticleChange.Takedown;
import news.dateline.sink.store.ArticleChange.Upsert;
import news.dateline.sink.store.ArticleStore;
import news.dateline.sink.store.StoreUnavailable;
import news.dateline.sink.store.WriteOutcome;

/**
 * Keeps articles in PostgreSQL: one transaction for each batch, its statements sent without waiting for one another.
 *
 * <p>Where a row can't be kept, the batch is made again row by row, to find it and keep the others.
 */
public final class PostgresStore implements ArticleStore {
    private static final String TAKEDOWN = "DELETE FROM articles WHERE article_id = ?";

    private final DatabaseAccess access;
    private final HikariDataSource connections;
    private final Schema schema;

    /**
     * A store that has yet to be made ready.
     *
     * @param meters of its connections
     */
    public PostgresStore(DatabaseAccess access, MeterRegistry meters) {
        this.access = access;
        this.connections = Connections.writing(access, meters);
        this.schema = new Schema(access);
    }

    @Override
    public void prepare() {
        schema.migrate();
    }

    @Override
    public List<WriteOutcome> write(List<ArticleChange> changes) {
        try (Connection connection = connections.getConnection()) {
            connection.setAutoCommit(false);
            return inOneTransaction(connection, changes);
        } catch (SQLException e) {
            throw new StoreUnavailable(access.name() + " (" + SqlFailure.describe(e) + ")", e);
        }
    }

    private static List<WriteOutcome> inOneTransaction(Connection connection, List<ArticleChange> changes)
            throws SQLException {
        List<WriteOutcome> outcomes;
        try {
            outcomes = together(connection, changes);
        } catch (SQLException e) {
            connection.rollback();
            if (!SqlFailure.isOfTheRow(e)) {
                throw e;
            }
            outcomes = rowByRow(connection, changes);
        }
        connection.commit();
        return outcomes;
    }

    private static List<WriteOutcome> together(Connection connection, List<ArticleChange> changes)
            throws SQLException {
        List<WriteOutcome> outcomes = new ArrayList<>(changes.size());
        try (PreparedStatement upsert = UpsertStatement.prepare(connection);
                PreparedStatement takedown = connection.prepareStatement(TAKEDOWN)) {
            int next = 0;
            while (next < changes.size()) {
                int end = endOfRun(changes, next);
                List<ArticleChange> run = changes.subList(next, end);
                PreparedStatement statement = run.getFirst() instanceof Upsert ? upsert : takedown;
                for (ArticleChange change : run) {
                    bind(statement, change);
                    statement.addBatch();
                }
                int[] rows = statement.executeBatch();
                for (int i = 0; i < rows.length; i++) {
                    outcomes.add(outcome(run.get(i), rows[i]));
                }
                next = end;
            }
        }
        return outcomes;
    }

    private static List<WriteOutcome> rowByRow(Connection connection, List<ArticleChange> changes)
            throws SQLException {
        List<WriteOutcome> outcomes = new ArrayList<>(changes.size());
        for (ArticleChange change : changes) {
            Savepoint before = connection.setSavepoint();
            try {
                outcomes.addAll(together(connection, List.of(change)));
                connection.releaseSavepoint(before);
            } catch (SQLException e) {
                if (!SqlFailure.isOfTheRow(e)) {
                    throw e;
                }
                connection.rollback(before);
                outcomes.add(new WriteOutcome.NotStorable("PostgreSQL can't hold it: " + SqlFailure.describe(e)));
            }
        }
        return outcomes;
    }

    /** Changes are made in their order, so only neighbours of one kind go to the server together. */
    private static int endOfRun(List<ArticleChange> changes, int start) {
        int end = start + 1;
        while (end < changes.size() && changes.get(end).getClass() == changes.get(start).getClass()) {
            end++;
        }
        return end;
    }

    private static void bind(PreparedStatement statement, ArticleChange change) throws SQLException {
        switch (change) {
            case Upsert upsert -> UpsertStatement.bind(statement, upsert);
            case Takedown takedown -> statement.setString(1, takedown.articleId());
        }
    }

    private static WriteOutcome outcome(ArticleChange change, int rows) {
        return switch (change) {
            case Takedown takedown -> WriteOutcome.WITHDRAWN;
            case Upsert upsert when rows == 0 -> WriteOutcome.SUPERSEDED;
            case Upsert upsert -> upsert.article().status() == PublicationStatus.WITHHELD
                    ? WriteOutcome.WITHDRAWN
                    : WriteOutcome.STORED;
        };
    }

    @Override
    public void close() {
        connections.close();
    }
}
