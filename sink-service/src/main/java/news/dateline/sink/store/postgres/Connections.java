package news.dateline.sink.store.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.MeterRegistry;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens connections to the database; none waits without end, on either side of the wire. */
final class Connections {
    private static final int CONNECT_SECONDS = 3;
    /** Above the statement timeout, so that the server is the first to give up. */
    private static final int SOCKET_SECONDS = 60;
    private static final String SERVER_LIMITS = "SET statement_timeout = '30s'; SET lock_timeout = '10s'; "
            + "SET idle_in_transaction_session_timeout = '60s'";

    private Connections() {
    }

    /** The one connection that writes: reading, however much of it, never keeps it waiting. */
    static HikariDataSource writing(DatabaseAccess access, MeterRegistry meters) {
        return pool(access, "sink-write", 1, false, meters);
    }

    static HikariDataSource reading(DatabaseAccess access, int size, MeterRegistry meters) {
        return pool(access, "sink-read", size, true, meters);
    }

    /** A connection of its own for each call, without the limit that a migration of a big table would break. */
    static DataSource migrating(DatabaseAccess access) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(access.url());
        access.user().ifPresent(source::setUser);
        access.password().ifPresent(source::setPassword);
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setLogServerErrorDetail(false);
        return source;
    }

    private static HikariDataSource pool(DatabaseAccess access, String name, int size, boolean readOnly,
            MeterRegistry meters) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(meters));
        config.setJdbcUrl(access.url());
        access.user().ifPresent(config::setUsername);
        access.password().ifPresent(config::setPassword);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setReadOnly(readOnly);
        config.setConnectionTimeout(CONNECT_SECONDS * 1_000L);
        config.setConnectionInitSql(SERVER_LIMITS);
        // The database may be away when the service starts.
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("connectTimeout", CONNECT_SECONDS);
        config.addDataSourceProperty("socketTimeout", SOCKET_SECONDS);
        config.addDataSourceProperty("tcpKeepAlive", true);
        config.addDataSourceProperty("ApplicationName", name);
        // By default the driver marks only transactions of several statements.
        config.addDataSourceProperty("readOnlyMode", "always");
        // The server's details quote the row, and an article's text belongs in no log.
        config.addDataSourceProperty("logServerErrorDetail", false);
        return new HikariDataSource(config);
    }
}
