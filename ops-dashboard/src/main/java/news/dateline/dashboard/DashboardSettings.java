package news.dateline.dashboard;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import news.dateline.chassis.InvalidSettings;
import news.dateline.chassis.Setting;
import news.dateline.chassis.Settings;
import news.dateline.chassis.Tokens;
import news.dateline.dashboard.web.Access;

/**
 * How the dashboard runs.
 *
 * @param every  how often Kafka is asked
 * @param tokens of which one must be known; none where anyone on this machine may look and act
 * @param kafka  properties for every Kafka client
 */
public record DashboardSettings(String host, int port, Duration every, Tokens tokens, Map<String, String> kafka) {
    private static final Setting<String> HOST = Setting.text("DATELINE_DASHBOARD_HOST", "127.0.0.1",
            "address of the page; with one that is not of the loopback a token is needed");
    private static final Setting<Integer> PORT = Setting.port("DATELINE_DASHBOARD_PORT", 8400, "port of the page");
    private static final Setting<Duration> EVERY = Setting.duration("DATELINE_DASHBOARD_EVERY", Duration.ofSeconds(1),
            "how often Kafka is asked");
    private static final Setting<Tokens> TOKEN = new Setting<>("DATELINE_DASHBOARD_TOKEN", "",
            "tokens of which whoever opens the page must know one", Tokens.RULE, Tokens::of, true);
    private static final Setting<Tokens> TOKEN_FILE = new Setting<>("DATELINE_DASHBOARD_TOKEN_FILE", "",
            "a file with such tokens, read at the start", "a file that can be read, with " + Tokens.RULE,
            Tokens::ofFile);

    /** Every setting, for reading and for the documentation. */
    public static final List<Setting<?>> TABLE = List.of(HOST, PORT, EVERY, TOKEN, TOKEN_FILE);

    public DashboardSettings {
        kafka = Map.copyOf(kafka);
    }

    /** Reads the settings from environment variables. */
    public static DashboardSettings read(Map<String, String> variables) {
        return Settings.read(variables, "DATELINE_DASHBOARD_", TABLE, settings -> {
            Tokens tokens = settings.value(TOKEN).and(settings.value(TOKEN_FILE));
            if (tokens.isEmpty() && !Access.isLoopback(settings.value(HOST))) {
                throw new InvalidSettings(List.of("DATELINE_DASHBOARD_TOKEN, or its file, must be given where "
                        + "DATELINE_DASHBOARD_HOST is not of the loopback: whoever reaches the page may act on it"));
            }
            return new DashboardSettings(settings.value(HOST), settings.value(PORT), settings.value(EVERY), tokens,
                    settings.kafka());
        });
    }
}
