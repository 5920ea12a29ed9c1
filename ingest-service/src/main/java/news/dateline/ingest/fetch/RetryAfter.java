package news.dateline.ingest.fetch;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The two forms of {@code Retry-After}: seconds, and a date. */
final class RetryAfter {
    private RetryAfter() {
    }

    static Optional<Duration> read(String text, Instant now) {
        String given = text.strip();
        if (given.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(given)));
        }
        try {
            Instant until = ZonedDateTime.parse(given, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return Optional.of(Duration.between(now, until)).filter(Duration::isPositive);
        } catch (DateTimeParseException e) {
            // Said in neither form, it says nothing.
            return Optional.empty();
        }
    }
}
