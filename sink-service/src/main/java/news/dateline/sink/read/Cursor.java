package news.dateline.sink.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;

/**
 * The last article of a page: the next one goes on behind it, whatever has been stored in the meantime.
 *
 * @param datedAt   of that article, to the microsecond, which is what PostgreSQL keeps
 * @param articleId tells apart articles of the same time
 */
public record Cursor(Instant datedAt, String articleId) {
    private static final String FORM = "1";

    /** The form that a reader gets and gives back; what is in it may change. */
    String text() {
        String parts = FORM + "|" + ChronoUnit.MICROS.between(Instant.EPOCH, datedAt) + "|" + articleId;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(parts.getBytes(UTF_8));
    }

    /** The cursor of that text; empty where it is none. */
    static Optional<Cursor> parse(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split("\\|", 3);
            if (parts.length < 3 || !parts[0].equals(FORM) || parts[2].indexOf('\0') >= 0) {
                return Optional.empty();
            }
            return Optional.of(new Cursor(Instant.EPOCH.plus(Long.parseLong(parts[1]), ChronoUnit.MICROS), parts[2]));
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
