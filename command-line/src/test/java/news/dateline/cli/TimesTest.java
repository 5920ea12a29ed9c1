package news.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class TimesTest {
    private static final Instant NOW = Instant.parse("2026-11-05T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"90s, 2026-11-05T11:58:30Z", "30m, 2026-11-05T11:30:00Z", "24h, 2026-11-04T12:00:00Z",
            "24H, 2026-11-04T12:00:00Z", "7d, 2026-10-29T12:00:00Z", "2026-11-01, 2026-11-01T00:00:00Z",
            "2026-11-01T09:30:00+01:00, 2026-11-01T08:30:00Z", "2026-11-01T09:30:00Z, 2026-11-01T09:30:00Z"})
    void readsTimesAsPeopleWriteThem(String text, Instant time) {
        assertThat(Times.parse(text, NOW)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "24", "-24h", "2026-13-01", "2026-11-01T09:30:00", "9999999999h"})
    void namesTheFormsWhenATextIsNoTime(String text) {
        assertThatThrownBy(() -> Times.parse(text, NOW)).isInstanceOf(TypeConversionException.class)
                .hasMessageStartingWith("'" + text + "' is no time").hasMessageContaining("24h");
    }
}
