package news.dateline.sink.store.postgres;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import news.dateline.sink.store.StoreUnavailable;
import news.dateline.sink.store.StoreUnusable;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Brings the database's tables to the form that this version writes and reads. */
final class Schema {
    private static final String MIGRATIONS = "classpath:news/dateline/sink/store/postgres";
    private static final String HISTORY = "dateline_schema_history";

    private static final String[] NONE = {};

    private final DatabaseAccess access;
    private boolean current;

    Schema(DatabaseAccess access) {
        this.access = access;
    }

    /** Migrates what is behind; instances that start together take turns. */
    void migrate() {
        if (current) {
            return;
        }
        try {
            // The database may have other tables than ours: that is no reason to refuse it. What a later version has made of
            // ours is: this version would not know what it writes to.
            Flyway.configure().dataSource(Connections.migrating(access)).locations(MIGRATIONS).table(HISTORY)
                    .baselineOnMigrate(true).baselineVersion("0").ignoreMigrationPatterns(NONE).load().migrate();
            current = true;
        } catch (FlywayValidateException e) {
            throw new StoreUnusable(access.name() + ": its tables are not as this version made them: "
                    + e.getMessage().lines().skip(1).findFirst().orElse("no reason given"), e);
        } catch (FlywayException e) {
            Optional<SQLException> sql = Stream.<Throwable>iterate(e, cause -> cause != null, Throwable::getCause)
                    .filter(SQLException.class::isInstance).map(SQLException.class::cast).findFirst();
            String state = sql.map(SqlFailure::describe).orElse("its tables can't be migrated");
            if (sql.filter(SqlFailure::isOfTheStatement).isPresent()) {
                throw new StoreUnusable(access.name() + ": its tables can't be migrated (" + state + ")", e);
            }
            throw new StoreUnavailable(access.name() + " (" + state + ")", e);
        }
    }
}
