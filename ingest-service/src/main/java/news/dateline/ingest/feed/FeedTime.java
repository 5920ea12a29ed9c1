package news.dateline.ingest.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as feeds write them: RFC 3339, RFC 822 and what people make of them. A time without a zone is taken as UTC, a
 * date alone as its first moment.
 */
final class FeedTime {
    private static final int LONGEST = 100;
    private static final Pattern ISO = Pattern.compile("(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?(?:[T ,].*)?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T.*)?");
    private static final Pattern COMPACT_CLOCK = Pattern.compile("^(\\d{8})T(\\d{2})(\\d{2})(\\d{2})");
    private static final Pattern SLASHES = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})\\b.*");
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?:\\p{L}+\\.?,?\\s*)?(\\d{1,2})[\\s-]+(\\p{L}{3,})\\.?[\\s,-]+(\\d{4}|\\d{2})\\b.*");
    private static final Pattern MONTH_FIRST = Pattern.compile(
            "(?:\\p{L}+\\.?,?\\s+)?(\\p{L}{3,})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?:.*\\s)?(\\d{4})\\b.*");
    private static final Pattern CLOCK = Pattern
            .compile("(?<!\\d)(\\d{1,2}):(\\d{2})(?::(\\d{2})([.,]\\d{1,9})?)?\\s*([AaPp]\\.?[Mm])?");
    private static final Pattern OFFSET = Pattern.compile("\\s*(?:GMT|UTC|UT)?\\s*([+-])(\\d{1,2}):?(\\d{2})?.*");
    private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
            "oct", "nov", "dec");
    private static final Map<String, Integer> ZONES = Map.ofEntries(Map.entry("EST", -5), Map.entry("EDT", -4),
            Map.entry("CST", -6), Map.entry("CDT", -5), Map.entry("MST", -7), Map.entry("MDT", -6),
            Map.entry("PST", -8), Map.entry("PDT", -7), Map.entry("BST", 1), Map.entry("CET", 1),
            Map.entry("CEST", 2), Map.entry("MEZ", 1), Map.entry("MESZ", 2), Map.entry("EET", 2),
            Map.entry("EEST", 3), Map.entry("MSK", 3), Map.entry("JST", 9), Map.entry("KST", 9),
            Map.entry("AEST", 10), Map.entry("AEDT", 11), Map.entry("HST", -10), Map.entry("AKST", -9));
    private static final Pattern ZONE = Pattern.compile("\\s*([A-Z]{3,4})\\b.*");

    private FeedTime() {
    }

    static Optional<Instant> read(String given) {
        if (given.length() > LONGEST) {
            return Optional.empty();
        }
        String text = COMPACT_CLOCK.matcher(given.strip().replaceAll("\\s+", " ")).replaceFirst("$1T$2:$3:$4");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return date(text).map(date -> at(date, text));
        } catch (DateTimeException e) {
            // A 31st of June is no time; the item is worth more than its date.
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> date(String text) {
        Matcher found = COMPACT.matcher(text);
        if (found.matches()) {
            return Optional.of(LocalDate.of(number(found, 1), number(found, 2), number(found, 3)));
        }
        found = ISO.matcher(text);
        if (found.matches()) {
            return Optional.of(LocalDate.of(number(found, 1), found.group(2) == null ? 1 : number(found, 2),
                    found.group(3) == null ? 1 : number(found, 3)));
        }
        found = SLASHES.matcher(text);
        if (found.matches()) {
            boolean monthFirst = number(found, 1) <= 12;
            return Optional.of(LocalDate.of(number(found, 3), number(found, monthFirst ? 1 : 2),
                    number(found, monthFirst ? 2 : 1)));
        }
        found = DAY_FIRST.matcher(text);
        if (found.matches()) {
            return date(year(found.group(3)), found.group(2), number(found, 1));
        }
        found = MONTH_FIRST.matcher(text);
        return found.matches() ? date(number(found, 3), found.group(1), number(found, 2)) : Optional.empty();
    }

    private static Optional<LocalDate> date(int year, String month, int day) {
        int index = MONTHS.indexOf(month.substring(0, 3).toLowerCase(Locale.ROOT));
        return index < 0 ? Optional.empty() : Optional.of(LocalDate.of(year, index + 1, day));
    }

    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() == 4 ? year : year < 70 ? 2000 + year : 1900 + year;
    }

    private static Instant at(LocalDate date, String text) {
        Matcher clock = CLOCK.matcher(text);
        if (!clock.find()) {
            return date.atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        int hour = number(clock, 1);
        if (clock.group(5) != null) {
            hour = hour % 12 + (Character.toLowerCase(clock.group(5).charAt(0)) == 'p' ? 12 : 0);
        }
        int second = clock.group(3) == null ? 0 : Math.min(59, number(clock, 3));
        int nanos = clock.group(4) == null
                ? 0
                : (int) Math.round(Double.parseDouble("0." + clock.group(4).substring(1)) * 1e9) % 1_000_000_000;
        LocalDateTime local = hour == 24
                ? date.plusDays(1).atTime(LocalTime.MIDNIGHT)
                : date.atTime(hour, number(clock, 2), second, nanos);
        return local.toInstant(zone(text.substring(clock.end())));
    }

    private static ZoneOffset zone(String rest) {
        Matcher offset = OFFSET.matcher(rest);
        if (offset.matches()) {
            int minutes = number(offset, 2) * 60 + (offset.group(3) == null ? 0 : number(offset, 3));
            return ZoneOffset.ofTotalSeconds((offset.group(1).equals("-") ? -minutes : minutes) * 60);
        }
        Matcher named = ZONE.matcher(rest);
        return ZoneOffset.ofHours(named.matches() ? ZONES.getOrDefault(named.group(1), 0) : 0);
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }
}
