package news.dateline.enrich;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import news.dateline.chassis.Setting;
import news.dateline.chassis.Settings;

/**
 * How an enrich instance runs.
 *
 * @param stateDirectory where its stores lie; may be lost, since Kafka has their changelogs
 * @param partitions     of the topics of articles that it creates
 * @param kafka          properties for every Kafka client
 */
public record EnrichSettings(String host, int port, int threads, int standbys, Path stateDirectory,
        int partitions, Map<String, String> kafka) {
    private static final Setting<String> HOST = Setting.text("DATELINE_ENRICH_HOST", "127.0.0.1",
            "address of health and metrics");
    private static final Setting<Integer> PORT = Setting.port("DATELINE_ENRICH_PORT", 8403,
            "port of health and metrics");
    private static final Setting<Integer> THREADS = Setting.number("DATELINE_ENRICH_THREADS", 2, 1, 64,
            "stream threads; more than partitions of the raw topic are idle");
    private static final Setting<Integer> STANDBYS = Setting.number("DATELINE_ENRICH_STANDBYS", 0, 0, 4,
            "copies of each store kept on other instances");
    private static final Setting<String> STATE = Setting.text("DATELINE_ENRICH_STATE_DIR",
            Path.of(System.getProperty("java.io.tmpdir"), "dateline-enrich").toString(), "folder of the stores");

    /** Every setting, for reading and for the documentation. */
    public static final List<Setting<?>> TABLE = List.of(HOST, PORT, THREADS, STANDBYS, STATE);

    public EnrichSettings {
        kafka = Map.copyOf(kafka);
    }

    /** Reads the settings from environment variables. */
    public static EnrichSettings read(Map<String, String> variables) {
        return Settings.read(variables, "DATELINE_ENRICH_", TABLE,
                settings -> new EnrichSettings(settings.value(HOST), settings.value(PORT), settings.value(THREADS),
                        settings.value(STANDBYS), Path.of(settings.value(STATE)), settings.partitions(),
                        settings.kafka()));
    }
}
