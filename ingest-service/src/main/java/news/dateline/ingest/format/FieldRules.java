package news.dateline.ingest.format;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import news.dateline.contract.CanonicalUrl;
import news.dateline.contract.Content;
import news.dateline.contract.PublicationStatus;

/**
 * The rules of single fields, the same for every dialect and door; blank text is an absent field.
 *
 * <p>A field of a push that breaks one is refused by name. Of a feed's item it is cut or left out, see {@link Lenient}.
 */
public final class FieldRules {
    public static final int HEADLINE_MOST = 1_000;
    public static final int SUMMARY_MOST = 20_000;
    public static final int ID_MOST = 500;
    public static final int NAME_MOST = 500;
    public static final int LIST_MOST = 200;
    static final int URL_MOST = 4_000;

    private static final Instant EARLIEST = Instant.parse("1800-01-01T00:00:00Z");
    private static final String PLAIN_UTC = "0000-00-00T00:00:00Z";
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
        if (url.isPresent() && !isWeb(url.get())) {
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
            if (isTooEarly(time)) {
                throw new BrokenRule(field, "must be no earlier than the year 1800");
            }
            if (isTooLate(time, receivedAt)) {
                throw new BrokenRule(field, "must be no later than two days from now");
            }
            return time;
        });
    }

    private static boolean isWeb(String url) {
        return CanonicalUrl.host(url).isPresent();
    }

    private static boolean isTooEarly(Instant time) {
        return time.isBefore(EARLIEST);
    }

    private static boolean isTooLate(Instant time, Instant receivedAt) {
        return time.isAfter(receivedAt.plus(CLOCKS_APART));
    }

    private static Instant instant(String field, String text) {
        try {
            return isPlainUtc(text) ? plainUtc(text) : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new BrokenRule(field, "must be an ISO 8601 time with zone such as 2026-11-05T09:30:00Z");
        }
    }

    /** Whether it is written as nearly all times are, {@code 2026-11-05T09:30:00Z}, and needs no formatter to be read. */
    private static boolean isPlainUtc(String text) {
        boolean plain = text.length() == PLAIN_UTC.length();
        for (int i = 0; plain && i < text.length(); i++) {
            char c = text.charAt(i);
            plain = PLAIN_UTC.charAt(i) == '0' ? c >= '0' && c <= '9' : c == PLAIN_UTC.charAt(i);
        }
        return plain;
    }

    private static Instant plainUtc(String text) {
        return LocalDateTime.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10), number(text, 11, 13),
                number(text, 14, 16), number(text, 17, 19)).toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
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

    /** What stands for an article that has neither id nor url: without a headline all of its text, or all such would be one. */
    public static String identifyingText(String headline, String summary, String text) {
        return headline.isBlank() ? summary + "\n" + text : headline;
    }

    /** The same rules where nobody is there to be told: what is too long is cut, what can't be is left out. */
    public static final class Lenient {
        private Lenient() {
        }

        public static String text(String value, int most) {
            return Characters.storable(value.length() <= most ? value : value.substring(0, most)).strip();
        }

        public static Optional<String> id(String value) {
            return Optional.of(Characters.storable(value).strip())
                    .filter(id -> !id.isEmpty() && id.length() <= ID_MOST);
        }

        public static Optional<String> url(String value) {
            return Optional.of(Characters.storable(value).strip())
                    .filter(url -> url.length() <= URL_MOST && isWeb(url));
        }

        public static Optional<String> language(String value) {
            try {
                String tag = value.strip().replace('_', '-');
                return Optional.of(new Locale.Builder().setLanguageTag(tag).build().toLanguageTag())
                        .filter(known -> !known.equals("und"));
            } catch (IllformedLocaleException e) {
                // "English" and the like: the language is detected then.
                return Optional.empty();
            }
        }

        public static boolean isPossible(Instant time, Instant receivedAt) {
            return !isTooEarly(time) && !isTooLate(time, receivedAt);
        }
    }
}
