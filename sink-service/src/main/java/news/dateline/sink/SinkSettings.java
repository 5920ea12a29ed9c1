package news.dateline.sink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.dateline.chassis.Setting;
import news.dateline.chassis.Settings;
import news.dateline.chassis.TraceTarget;
import news.dateline.sink.store.postgres.DatabaseAccess;

/**
 * The sink's settings, read once from the environment.
 *
 * @param readConnections to the database, for the read API; the writer has one of its own
 * @param partitions      of the topics of articles that it creates
 * @param kafka           properties of every Kafka client
 * @param traces          where spans are sent
 */
public record SinkSettings(String host, int port, DatabaseAccess database, int readConnections, int batch,
        int partitions,
        Map<String, String> kafka, TraceTarget traces) {
    private static final String PREFIX = "DATELINE_SINK_";
    private static final Setting<String> HOST = Setting.text(PREFIX + "HOST", "127.0.0.1",
            "address that the read API, health and metrics listen on");
    private static final Setting<Integer> PORT = Setting.port(PREFIX + "PORT", 8402,
            "port of the read API, health and metrics; 0 takes any that is free");
    private static final Setting<String> DATABASE_URL = new Setting<>(PREFIX + "DATABASE_URL",
            "jdbc:postgresql://localhost:5432/dateline", "the database",
            "a JDBC URL that begins with " + DatabaseAccess.SCHEME,
            text -> Optional.of(text).filter(url -> url.startsWith(DatabaseAccess.SCHEME))).asSecret();
    private static final Setting<Optional<String>> DATABASE_USER = Setting.optional(PREFIX + "DATABASE_USER",
            "user of the database; left out, the driver's default");
    private static final Setting<Optional<String>> DATABASE_PASSWORD = Setting
            .optional(PREFIX + "DATABASE_PASSWORD", "password of that user").asSecret();
    private static final Setting<Optional<String>> DATABASE_PASSWORD_FILE = new Setting<>(
            PREFIX + "DATABASE_PASSWORD_FILE", "",
            "file that holds the password; given, it goes before DATELINE_SINK_DATABASE_PASSWORD",
            "the path of a readable file that is not empty", SinkSettings::contents);
    private static final Setting<Integer> POOL_SIZE = Setting.number(PREFIX + "POOL_SIZE", 4, 1, 100,
            "connections to the database for the read API; writing has one of its own");
    private static final Setting<Integer> BATCH = Setting.number(PREFIX + "BATCH", 500, 1, 10_000,
            "articles written in one transaction, at most");
    private static final List<Setting<?>> TABLE = List.of(HOST, PORT, DATABASE_URL, DATABASE_USER,
            DATABASE_PASSWORD, DATABASE_PASSWORD_FILE, POOL_SIZE, BATCH);

    public SinkSettings {
        kafka = Map.copyOf(kafka);
    }

    /** Every setting of the sink; the documentation is made from it. */
    public static List<Setting<?>> table() {
        return TABLE;
    }

    static SinkSettings read(Map<String, String> variables) {
        return Settings.read(variables, PREFIX, TABLE,
                settings -> new SinkSettings(settings.value(HOST), settings.value(PORT),
                        new DatabaseAccess(settings.value(DATABASE_URL), settings.value(DATABASE_USER),
                                settings.value(DATABASE_PASSWORD_FILE).or(() -> settings.value(DATABASE_PASSWORD))),
                        settings.value(POOL_SIZE), settings.value(BATCH), settings.partitions(), settings.kafka(),
                        settings.traces()));
    }

    private static Optional<Optional<String>> contents(String path) {
        if (path.isBlank()) {
            return Optional.of(Optional.empty());
        }
        try {
            String password = Files.readString(Path.of(path)).strip();
            return password.isEmpty() ? Optional.empty() : Optional.of(Optional.of(password));
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }
}
