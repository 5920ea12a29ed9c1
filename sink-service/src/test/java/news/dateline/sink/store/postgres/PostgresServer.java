package news.dateline.sink.store.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL, started once for all tests; each takes a database of its own. */
public final class PostgresServer {
    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private PostgresServer() {
    }

    /** An empty database. */
    public static DatabaseAccess freshDatabase() {
        String name = "test" + DATABASES.incrementAndGet();
        administer("CREATE DATABASE " + name);
        return new DatabaseAccess("jdbc:postgresql://localhost:" + SERVER.getPort() + "/" + name,
                Optional.of("postgres"), Optional.empty());
    }

    /** Runs a statement as the server's owner, from another database. */
    public static void administer(String sql) {
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a statement within a database. */
    public static void execute(DatabaseAccess access, String sql) {
        try (Connection connection = DriverManager.getConnection(access.url(), "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Cuts every connection to a database. */
    public static void cutConnections(DatabaseAccess access) {
        administer("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + database(access)
                + "'");
    }

    /** Lets nobody into a database, or everybody again. */
    public static void allowConnections(DatabaseAccess access, boolean allowed) {
        administer("ALTER DATABASE " + database(access) + " ALLOW_CONNECTIONS " + allowed);
    }

    private static String database(DatabaseAccess access) {
        return access.url().substring(access.url().lastIndexOf('/') + 1);
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
