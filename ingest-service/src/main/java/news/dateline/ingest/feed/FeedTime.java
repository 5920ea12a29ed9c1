package news.dateline.ingest.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as feeds write them: RFC 3339, RFC 822 and what people make of them, also in other languages' months. A time
 * without a zone is taken as UTC, a date alone as its first moment.
 */
final class FeedTime {
    private static final int LONGEST = 100;
    private static final String WEEKDAY = "(?:\\p{L}+\\.?,?\\s*)?";
    private static final Pattern EPOCH = Pattern.compile("(\\d{10})(\\d{3})?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?=T|$|\\d{4}(?:\\d{2})?$)");
    private static final Pattern YEAR_FIRST = Pattern
            .compile(WEEKDAY + "(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)");
    private static final Pattern YEAR_AND_DAY = Pattern.compile("(\\d{4})-?(\\d{3})(?=T|$)");
    private static final Pattern YEAR_ALONE = Pattern.compile("(\\d{4})(?:-(\\d{1,2}))?(?=[T ,]|$)");
    private static final Pattern SHORT_YEAR_FIRST = Pattern.compile("(\\d{2})-(\\d{2})-(\\d{2})(?!\\d)");
    /** Chinese, Japanese and Korean put the word for year, month or day behind its number. */
    private static final Pattern CHARACTERS = Pattern
            .compile("(\\d{4})\\s?[年년]\\s?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日일]");
    private static final Pattern SLASHES = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2})(?!\\d)");
    private static final Pattern DAY_FIRST_IN_NUMBERS = Pattern.compile("(\\d{1,2})[.-](\\d{1,2})[.-](\\d{4})(?!\\d)");
    private static final Pattern DAY_FIRST = Pattern.compile(WEEKDAY
            + "(\\d{1,2})(?:st|nd|rd|th|er|\\.|º)?[\\s-]+(?:de |of )?(\\p{L}{3,})\\.?[\\s,-]+(?:de |del )?(\\d{2,4})(?!\\d)");
    private static final Pattern MONTH_FIRST = Pattern.compile("(?:\\p{L}+\\.?,?\\s+)?(\\p{L}{3,})\\.?\\s+"
            + "(\\d{1,2})(?:st|nd|rd|th)?(?=,?\\s+(?:.*\\s)?(\\d{4})\\b)");
    private static final Pattern YEAR_AND_MONTH_WORD = Pattern.compile("(\\d{4})-(\\p{L}{3,})-(\\d{1,2})(?!\\d)");

    private FeedTime() {
    }

    static Optional<Instant> read(String given) {
        String text = given.length() > LONGEST ? "" : given.strip().replaceAll("\\s+", " ");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher epoch = EPOCH.matcher(text);
        if (epoch.matches()) {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(epoch.group(1))));
        }
        try {
            return date(text).map(date -> FeedClock.at(date.day, text.substring(date.end)));
        } catch (DateTimeException e) {
            // A 31st of June is no time; the item is worth more than its date.
            return Optional.empty();
        }
    }

    /** A date, and where the rest of its text begins. */
    private record Found(LocalDate day, int end) {}

    private static Optional<Found> date(String text) {
        Matcher found = COMPACT.matcher(text);
        if (found.lookingAt() || found.usePattern(YEAR_FIRST).lookingAt()
                || found.usePattern(CHARACTERS).lookingAt()) {
            return found(found, number(found, 1), number(found, 2), number(found, 3));
        }
        if (found.usePattern(DAY_FIRST).lookingAt()) {
            return month(found.group(2)).flatMap(month -> found(found, year(found.group(3)), month, number(found, 1)));
        }
        if (found.usePattern(YEAR_AND_DAY).lookingAt()) {
            return Optional.of(new Found(LocalDate.ofYearDay(number(found, 1), number(found, 2)), found.end()));
        }
        if (found.usePattern(YEAR_ALONE).lookingAt()) {
            return found(found, number(found, 1), found.group(2) == null ? 1 : number(found, 2), 1);
        }
        return dateOfPeople(text);
    }

    private static Optional<Found> dateOfPeople(String text) {
        Matcher found = SLASHES.matcher(text);
        if (found.lookingAt()) {
            boolean monthFirst = number(found, 1) <= 12;
            return found(found, year(found.group(3)), number(found, monthFirst ? 1 : 2),
                    number(found, monthFirst ? 2 : 1));
        }
        if (found.usePattern(DAY_FIRST_IN_NUMBERS).lookingAt()) {
            return found(found, number(found, 3), number(found, 2), number(found, 1));
        }
        if (found.usePattern(SHORT_YEAR_FIRST).lookingAt()) {
            return found(found, year(found.group(1)), number(found, 2), number(found, 3));
        }
        if (found.usePattern(YEAR_AND_MONTH_WORD).lookingAt()) {
            return month(found.group(2)).flatMap(month -> found(found, number(found, 1), month, number(found, 3)));
        }
        return found.usePattern(MONTH_FIRST).lookingAt()
                ? month(found.group(1)).flatMap(month -> found(found, number(found, 3), month, number(found, 2)))
                : Optional.empty();
    }

    private static Optional<Found> found(Matcher found, int year, int month, int day) {
        return Optional.of(new Found(LocalDate.of(year, month, day), found.end()));
    }

    private static Optional<Integer> month(String name) {
        return MonthWords.month(name.toLowerCase(Locale.ROOT));
    }

    /** Two digits as RFC 2822 reads them, also where noughts were put before them; three count from 1900. */
    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        if (digits.length() == 3) {
            return 1900 + year;
        }
        return year > 99 ? year : year < 70 ? 2000 + year : 1900 + year;
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }
}
