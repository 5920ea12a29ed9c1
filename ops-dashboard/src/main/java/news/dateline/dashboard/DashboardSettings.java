package news.dateline.dashboard;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import news.dateline.chassis.Setting;
import news.dateline.chassis.Settings;

/**
 * How the dashboard runs.
 *
 * @param every how often Kafka is asked
 * @param kafka properties for every Kafka client
 */
public record DashboardSettings(String host, int port, Duration every, Map<String, String> kafka) {
    private static final Setting<String> HOST = Setting.text("DATELINE_DASHBOARD_HOST", "127.0.0.1",
            "address of the page");
    private static final Setting<Integer> PORT = Setting.port("DATELINE_DASHBOARD_PORT", 8400, "port of the page");
    private static final Setting<Duration> EVERY = Setting.duration("DATELINE_DASHBOARD_EVERY", Duration.ofSeconds(1),
            "how often Kafka is asked");

    /** Every setting, for reading and for the documentation. */
    public static final List<Setting<?>> TABLE = List.of(HOST, PORT, EVERY);

    public DashboardSettings {
        kafka = Map.copyOf(kafka);
    }

    /** Reads the settings from environment variables. */
    public static DashboardSettings read(Map<String, String> variables) {
        return Settings.read(variables, "DATELINE_DASHBOARD_", TABLE,
                settings -> new DashboardSettings(settings.value(HOST), settings.value(PORT), settings.value(EVERY),
                        settings.kafka()));
    }
}
