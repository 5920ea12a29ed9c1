package news.dateline.ingest;

import java.util.List;
import java.util.Map;
import news.dateline.chassis.Setting;
import news.dateline.chassis.Settings;
import news.dateline.chassis.TraceTarget;
import news.dateline.ingest.http.PushTokens;

/**
 * The settings of ingest.
 *
 * @param host            see {@link #table()}, as for the others
 * @param kafka           properties of its Kafka clients
 * @param traces          where spans are sent
 */
record IngestSettings(String host, int port, int maxArticleBytes, int maxPushes, PushTokens tokens, int partitions,
        Map<String, String> kafka, TraceTarget traces) {
    private static final String PREFIX = "DATELINE_INGEST_";
    private static final Setting<String> HOST = Setting.text(PREFIX + "HOST", "127.0.0.1",
            "address on which pushes are taken");
    private static final Setting<Integer> PORT = Setting.port(PREFIX + "PORT", 8401,
            "port on which pushes are taken; 0 takes any that is free");
    private static final Setting<Integer> MAX_ARTICLE_BYTES = Setting.number(PREFIX + "MAX_ARTICLE_BYTES",
            2 * 1024 * 1024, 1024, 6 * 1024 * 1024, "the largest article, in bytes as it is pushed");
    private static final Setting<Integer> MAX_PUSHES = Setting.number(PREFIX + "MAX_PUSHES", 32, 1, 10_000,
            "how many HTTP pushes are worked on at the same time");
    private static final Setting<PushTokens> TOKEN = new Setting<>(PREFIX + "TOKEN", "",
            "bearer tokens of which a push must bring one; left out with the file too, anyone may push",
            PushTokens.RULE,
            PushTokens::of, true);
    private static final Setting<PushTokens> TOKEN_FILE = new Setting<>(PREFIX + "TOKEN_FILE", "",
            "a file with such tokens, read at the start", "a file that can be read, with " + PushTokens.RULE,
            PushTokens::ofFile);
    private static final List<Setting<?>> TABLE = List.of(HOST, PORT, MAX_ARTICLE_BYTES, MAX_PUSHES, TOKEN, TOKEN_FILE);

    IngestSettings {
        kafka = Map.copyOf(kafka);
    }

    static List<Setting<?>> table() {
        return TABLE;
    }

    static IngestSettings read(Map<String, String> variables) {
        return Settings.read(variables, PREFIX, TABLE,
                settings -> new IngestSettings(settings.value(HOST), settings.value(PORT),
                        settings.value(MAX_ARTICLE_BYTES), settings.value(MAX_PUSHES),
                        settings.value(TOKEN).and(settings.value(TOKEN_FILE)),
                        settings.partitions(),
                        settings.kafka(), settings.traces()));
    }
}
