package news.dateline.chassis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final String PREFIX = "DATELINE_PRESS_";
    private static final Setting<Integer> PORT = Setting.port("DATELINE_PRESS_PORT", 8081, "port of the press");
    private static final Setting<Integer> SHEETS = Setting.number("DATELINE_PRESS_SHEETS", 5, 1, 10, "sheets at once");
    private static final Setting<Duration> PAUSE = Setting.duration("DATELINE_PRESS_PAUSE", Duration.ofSeconds(2),
            "pause between two sheets");
    private static final Setting<String> NAME = Setting.text("DATELINE_PRESS_NAME", "rotary", "name on the plate");
    private static final Setting<String> OWNER = Setting.text("DATELINE_PRESS_OWNER", "", "who owns it");
    private static final Setting<Optional<String>> MOTTO = Setting.optional("DATELINE_PRESS_MOTTO", "motto above it");

    /** What a service's own settings record looks like. */
    private record Press(int port, int sheets, Duration pause, String name, Optional<String> motto,
            Map<String, String> kafka) {
        static final List<Setting<?>> TABLE = List.of(PORT, SHEETS, PAUSE, NAME, MOTTO);

        static Press read(Map<String, String> variables) {
            return Settings.read(variables, PREFIX, TABLE, settings -> new Press(settings.value(PORT),
                    settings.value(SHEETS), settings.value(PAUSE), settings.value(NAME), settings.value(MOTTO),
                    settings.kafka()));
        }
    }

    @Test
    void takesDefaultsWhenNothingIsGiven() {
        Press press = Press.read(Map.of("PATH", "/bin", "DATELINE_OTHER_THING", "1"));

        assertThat(press).isEqualTo(new Press(8081, 5, Duration.ofSeconds(2), "rotary", Optional.empty(),
                Map.of("bootstrap.servers", "localhost:9092")));
    }

    @Test
    void takesWhatIsGiven() {
        Press press = Press.read(Map.of("DATELINE_PRESS_PORT", "0", "DATELINE_PRESS_SHEETS", " 10 ",
                "DATELINE_PRESS_PAUSE", "PT0.5S", "DATELINE_PRESS_NAME", "flat bed", "DATELINE_PRESS_MOTTO", "Print!"));

        assertThat(press).isEqualTo(new Press(0, 10, Duration.ofMillis(500), "flat bed", Optional.of("Print!"),
                Map.of("bootstrap.servers", "localhost:9092")));
    }

    @Test
    void reportsAllProblemsTogetherAsVariableValueAndRule() {
        Map<String, String> variables = Map.of("DATELINE_PRESS_PORT", "70000", "DATELINE_PRESS_SHEETS", "ten",
                "DATELINE_PRESS_PAUSE", "2s", "DATELINE_PRESS_NAME", " ", "DATELINE_PRESS_SPEED", "9");

        assertThatThrownBy(() -> Press.read(variables)).isInstanceOf(InvalidSettings.class).hasMessage("""
                DATELINE_PRESS_SPEED is no setting; known are DATELINE_PRESS_PORT, DATELINE_PRESS_SHEETS, \
                DATELINE_PRESS_PAUSE, DATELINE_PRESS_NAME, DATELINE_PRESS_MOTTO
                DATELINE_PRESS_PORT='70000' must be a whole number from 0 to 65535 (port of the press)
                DATELINE_PRESS_SHEETS='ten' must be a whole number from 1 to 10 (sheets at once)
                DATELINE_PRESS_PAUSE='2s' must be an ISO 8601 duration above zero such as PT2S \
                (pause between two sheets)
                DATELINE_PRESS_NAME=' ' must be text that is not blank (name on the plate)""");
    }

    @Test
    void tellsWhatTheReaderHasToSayOfABadValue() {
        Setting<String> ink = new Setting<>("DATELINE_PRESS_INK", "", "its ink", "a barrel", barrel -> {
            throw new IllegalArgumentException(barrel + " is empty");
        });

        assertThatThrownBy(() -> Settings.read(Map.of("DATELINE_PRESS_INK", "black"), PREFIX, List.of(ink),
                settings -> settings.value(ink))).isInstanceOf(InvalidSettings.class)
                .hasMessage("DATELINE_PRESS_INK='black' must be a barrel: black is empty (its ink)");
    }

    @Test
    void requiresASettingWithoutDefault() {
        assertThatThrownBy(() -> Settings.read(Map.of(), PREFIX, List.of(OWNER), Function.identity()))
                .isInstanceOf(InvalidSettings.class)
                .hasMessage("DATELINE_PRESS_OWNER='' must be text that is not blank (who owns it)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "11", "-1", "5.0", "0x5", "99999999999", "5 sheets"})
    void refusesNumbersOutOfBoundsOrUnreadable(String text) {
        assertThatThrownBy(() -> Press.read(Map.of("DATELINE_PRESS_SHEETS", text))).isInstanceOf(InvalidSettings.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "PT0S", "-PT1S", "P1M"})
    void refusesDurationsNotAboveZeroOrUnreadable(String text) {
        assertThatThrownBy(() -> Press.read(Map.of("DATELINE_PRESS_PAUSE", text))).isInstanceOf(InvalidSettings.class);
    }

    @Test
    void passesKafkaPropertiesThrough() {
        Press press = Press
                .read(Map.of("DATELINE_KAFKA_BOOTSTRAP_SERVERS", "news:9092", "DATELINE_KAFKA_CLIENT_RACK", "1"));

        assertThat(press.kafka()).isEqualTo(Map.of("bootstrap.servers", "news:9092", "client.rack", "1"));
    }

    @Test
    void reportsKafkaPropertiesThatNoClientTakesWithTheOtherProblems() {
        assertThatThrownBy(
                () -> Press.read(Map.of("DATELINE_PRESS_PORT", "70000", "DATELINE_KAFKA_SECURITY_PROTOCOL", "TSL")))
                .isInstanceOf(InvalidSettings.class).hasMessageContaining("DATELINE_PRESS_PORT='70000'")
                .hasMessageContaining("DATELINE_KAFKA_…: Invalid value TSL for configuration security.protocol");
    }

    @Test
    void quotesNoSecret() {
        Setting<Boolean> plate = new Setting<>("DATELINE_PRESS_PLATE", "", "the plate", "locked",
                text -> Optional.<Boolean>empty()).asSecret();

        assertThatThrownBy(() -> Settings.read(Map.of("DATELINE_PRESS_PLATE", "hunter2"), PREFIX, List.of(plate),
                Function.identity())).isInstanceOf(InvalidSettings.class)
                .hasMessage("DATELINE_PRESS_PLATE must be locked (the plate)");
    }
}
