package news.dateline.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Points in time as people write them: {@code 24h}, {@code 30m}, {@code 7d} ago, a date, or a time with its zone. */
final class Times implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
        return parse(text, Instant.now());
    }

    /**
     * The time that a text means.
     *
     * @throws TypeConversionException with an example of each form, when it is none
     */
    static Instant parse(String text, Instant now) {
        try {
            if (text.matches("\\d{1,9}[smhSMH]")) {
                return now.minus(Duration.parse("PT" + text.toUpperCase(Locale.ROOT)));
            }
            if (text.matches("\\d{1,6}[dD]")) {
                return now.minus(Duration.ofDays(Long.parseLong(text.substring(0, text.length() - 1))));
            }
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new TypeConversionException(
                    "'" + text + "' is no time; write 30m, 24h, 7d, 2026-11-05 or 2026-11-05T09:30:00Z");
        }
    }
}
