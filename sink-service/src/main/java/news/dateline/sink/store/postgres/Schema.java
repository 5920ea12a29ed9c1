package news.dateline.sink.store.postgres;

import java.sql.SQLException;
import java.util.stream.Stream;
import news.dateline.sink.store.StoreUnavailable;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the database's tables to the form that this version writes and reads. */
final class Schema {
    private static final String MIGRATIONS = "classpath:news/dateline/sink/store/postgres";
    private static final String HISTORY = "dateline_schema_history";

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
            // The database may have other tables than ours: that is no reason to refuse it.
            Flyway.configure().dataSource(Connections.migrating(access)).locations(MIGRATIONS).table(HISTORY)
                    .baselineOnMigrate(true).baselineVersion("0").load().migrate();
            current = true;
        } catch (FlywayException e) {
            String state = Stream.<Throwable>iterate(e, cause -> cause != null, Throwable::getCause)
                    .filter(SQLException.class::isInstance).map(SQLException.class::cast).map(SqlFailure::describe)
                    .findFirst().orElse("its tables can't be migrated");
            throw new StoreUnavailable(access.name() + " (" + state + ")", e);
        }
    }
}
