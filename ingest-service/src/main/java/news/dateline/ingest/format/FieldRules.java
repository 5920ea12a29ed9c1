package news.dateline.ingest.format;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import news.dateline.contract.CanonicalUrl;
import news.dateline.contract.Content;
import news.dateline.contract.PublicationStatus;

/** The rules of single fields, the same for every dialect; blank text is an absent field. */
final class FieldRules {
    static final int HEADLINE_MOST = 1_000;
    static final int SUMMARY_MOST = 20_000;
    static final int ID_MOST = 500;
    static final int URL_MOST = 4_000;
    static final int NAME_MOST = 500;
    static final int LIST_MOST = 200;

    private static final Instant EARLIEST = Instant.parse("1800-01-01T00:00:00Z");
    private static final Duration CLOCKS_APART = Duration.ofDays(2);

    private FieldRules() {
    }

    static Optional<String> text(String field, String value, int most) {
        String text = Characters.storable(value).strip();
        if (text.length() > most) {
            throw new BrokenRule(field, "must be no longer than " + most + " characters");
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    static Optional<String> url(String field, String value) {
        Optional<String> url = text(field, value, URL_MOST);
        if (url.isPresent() && url.flatMap(CanonicalUrl::of).isEmpty()) {
            throw new BrokenRule(field, "must be an http or https URL");
        }
        return url;
    }

    static Optional<String> language(String field, String value) {
        Optional<String> tag = text(field, value, NAME_MOST);
        try {
            tag.ifPresent(new Locale.Builder()::setLanguageTag);
        } catch (IllformedLocaleException e) {
            throw new BrokenRule(field, "must be a BCP 47 language tag such as en or pt-BR");
        }
        return tag;
    }

    static Optional<Instant> time(String field, String value, Instant receivedAt) {
        return text(field, value, NAME_MOST).map(text -> {
            Instant time = instant(field, text);
            if (time.isBefore(EARLIEST)) {
                throw new BrokenRule(field, "must be no earlier than the year 1800");
            }
            if (time.isAfter(receivedAt.plus(CLOCKS_APART))) {
                throw new BrokenRule(field, "must be no later than two days from now");
            }
            return time;
        });
    }

    private static Instant instant(String field, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new BrokenRule(field, "must be an ISO 8601 time with zone such as 2026-11-05T09:30:00Z");
        }
    }

    static PublicationStatus status(String field, String value) {
        return PublicationStatus.ofWord(value)
                .orElseThrow(() -> new BrokenRule(field, "must be one of " + PublicationStatus.words()));
    }

    static String contentType(String field, String value) {
        String name = MediaType.of(Optional.of(value)).name();
        if (!name.equals(Content.PLAIN) && !name.equals(Content.HTML)) {
            throw new BrokenRule(field, "must be " + Content.PLAIN + " or " + Content.HTML);
        }
        return name;
    }
}
