package news.dateline.enrich;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.dateline.chassis.Setting;
import news.dateline.chassis.Settings;
import news.dateline.chassis.TraceTarget;
import news.dateline.enrich.section.SectionModel;

/**
 * How an enrich instance runs.
 *
 * @param stateDirectory where its stores lie; may be lost, since Kafka has their changelogs
 * @param sections       the model that gives sections
 * @param edition        the country that is home for the readers of what is published
 * @param partitions     of the topics of articles that it creates
 * @param kafka          properties for every Kafka client
 * @param traces         where spans are sent
 */
public record EnrichSettings(String host, int port, int threads, int standbys, Path stateDirectory,
        SectionModel sections, Edition edition, int partitions, Map<String, String> kafka,
        TraceTarget traces) {
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
    private static final Setting<SectionModel> SECTION_MODEL = new Setting<>("DATELINE_ENRICH_SECTION_MODEL", "",
            "file of a section model of one's own; without it, the model that comes with the program",
            "a file that `dateline train` wrote", EnrichSettings::model);
    private static final Setting<Edition> EDITION = new Setting<>("DATELINE_ENRICH_EDITION_COUNTRY", "publisher",
            "the country that is home, so that news from elsewhere is World: that of each publisher where it is known, "
                    + "one for all, or none",
            Edition.RULE, Edition::read);

    /** Every setting, for reading and for the documentation. */
    public static final List<Setting<?>> TABLE = List.of(HOST, PORT, THREADS, STANDBYS, STATE, SECTION_MODEL, EDITION);

    public EnrichSettings {
        kafka = Map.copyOf(kafka);
    }

    /** Reads the settings from environment variables. */
    public static EnrichSettings read(Map<String, String> variables) {
        return Settings.read(variables, "DATELINE_ENRICH_", TABLE,
                settings -> new EnrichSettings(settings.value(HOST), settings.value(PORT), settings.value(THREADS),
                        settings.value(STANDBYS), Path.of(settings.value(STATE)),
                        settings.value(SECTION_MODEL), settings.value(EDITION), settings.partitions(),
                        settings.kafka(), settings.traces()));
    }

    private static Optional<SectionModel> model(String file) {
        if (file.isBlank()) {
            return Optional.of(SectionModel.bundled());
        }
        try {
            return Optional.of(SectionModel.load(Path.of(file.strip())));
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
