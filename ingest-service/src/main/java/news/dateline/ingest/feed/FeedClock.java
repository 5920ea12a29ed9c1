package news.dateline.ingest.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands behind a date: time of the day and zone, in the forms that feeds have. */
final class FeedClock {
    private static final Pattern CLOCK = Pattern
            .compile("(?<!\\d)(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})([.,]\\d{1,9})?)?(?!\\d)\\s*([AaPp]\\.?[Mm]\\b)?\\.?");
    private static final Pattern CLOCK_WITH_DOTS = Pattern
            .compile("(?<!\\d)(\\d{1,2})[.h](\\d{2})(?:\\.(\\d{2})()?)?(?!\\d)\\s*([AaPp]\\.?[Mm]\\b)?");
    private static final Pattern COMPACT = Pattern.compile("^T?(\\d{2})(\\d{2})(\\d{2})?()(?=$|[Zz+-])()");
    private static final Pattern HOUR = Pattern
            .compile("^T(\\d{2})()()()(?!\\d)()|(?<!\\d)(\\d{1,2}) ?([AaPp][Mm])\\b");
    private static final Pattern OFFSET = Pattern
            .compile("\\s*(?:GMT|UTC|UT|Z)?\\s*([+-])(\\d{1,2}):?(\\d{2})?(?!\\d).*");
    private static final Pattern REGION = Pattern.compile("\\s*([A-Z][A-Za-z]+(?:/[A-Za-z_]+)+).*");
    private static final Pattern NAME = Pattern.compile("\\s*([A-Z]{2,5})(?![a-z]).*");
    private static final String AFTERNOON = "오후";
    private static final String MORNING = "오전";
    private static final Map<String, String> ZONES = Map.ofEntries(Map.entry("EST", "-05:00"),
            Map.entry("EDT", "-04:00"), Map.entry("ET", "America/New_York"), Map.entry("CST", "-06:00"),
            Map.entry("CDT", "-05:00"), Map.entry("CT", "America/Chicago"), Map.entry("MST", "-07:00"),
            Map.entry("MDT", "-06:00"), Map.entry("MT", "America/Denver"), Map.entry("PST", "-08:00"),
            Map.entry("PDT", "-07:00"), Map.entry("PT", "America/Los_Angeles"), Map.entry("AT", "America/Halifax"),
            Map.entry("AST", "-04:00"), Map.entry("ADT", "-03:00"), Map.entry("NST", "-03:30"),
            Map.entry("NDT", "-02:30"), Map.entry("HST", "-10:00"), Map.entry("AKST", "-09:00"),
            Map.entry("AKDT", "-08:00"), Map.entry("BRT", "-03:00"), Map.entry("ART", "-03:00"),
            Map.entry("WEST", "+01:00"), Map.entry("BST", "+01:00"), Map.entry("CET", "+01:00"),
            Map.entry("CEST", "+02:00"), Map.entry("MEZ", "+01:00"), Map.entry("MESZ", "+02:00"),
            Map.entry("MET", "+01:00"), Map.entry("WAT", "+01:00"), Map.entry("CAT", "+02:00"),
            Map.entry("SAST", "+02:00"), Map.entry("EAT", "+03:00"), Map.entry("EET", "+02:00"),
            Map.entry("EEST", "+03:00"), Map.entry("TRT", "+03:00"), Map.entry("MSK", "+03:00"),
            Map.entry("PKT", "+05:00"), Map.entry("IST", "+05:30"), Map.entry("NPT", "+05:45"),
            Map.entry("ICT", "+07:00"), Map.entry("WIB", "+07:00"), Map.entry("SGT", "+08:00"),
            Map.entry("HKT", "+08:00"), Map.entry("MYT", "+08:00"), Map.entry("PHT", "+08:00"),
            Map.entry("AWST", "+08:00"), Map.entry("JST", "+09:00"), Map.entry("KST", "+09:00"),
            Map.entry("AEST", "+10:00"), Map.entry("AEDT", "+11:00"), Map.entry("ACST", "+09:30"),
            Map.entry("NZST", "+12:00"), Map.entry("NZDT", "+13:00"));

    private FeedClock() {
    }

    /** The instant of a date by the rest of its text. */
    static Instant at(LocalDate day, String rest) {
        Matcher clock = CLOCK.matcher(rest);
        if (clock.find() || clock.usePattern(COMPACT).reset().find()
                || clock.usePattern(CLOCK_WITH_DOTS).reset().find()) {
            LocalDateTime local = local(day, hour(number(clock, 1), half(rest, clock.group(5))), number(clock, 2),
                    clock.group(3) == null ? 0 : Math.min(59, number(clock, 3)), nanos(clock.group(4)));
            return local.atZone(zone(rest, clock.end())).toInstant();
        }
        if (clock.usePattern(HOUR).reset().find()) {
            boolean digits = clock.group(1) != null;
            int hour = hour(number(clock, digits ? 1 : 6), digits ? "" : clock.group(7));
            return local(day, hour, 0, 0, 0).atZone(zone(rest, clock.end())).toInstant();
        }
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Some count the last midnight of a day as its 24th hour. */
    private static LocalDateTime local(LocalDate day, int hour, int minute, int second, int nanos) {
        return hour == 24 ? day.plusDays(1).atTime(LocalTime.MIDNIGHT) : day.atTime(hour, minute, second, nanos);
    }

    private static String half(String rest, String after) {
        return after != null ? after : rest.contains(AFTERNOON) ? "pm" : rest.contains(MORNING) ? "am" : "";
    }

    private static int hour(int hour, String half) {
        return half.isEmpty() ? hour : hour % 12 + (Character.toLowerCase(half.charAt(0)) == 'p' ? 12 : 0);
    }

    private static int nanos(String fraction) {
        return fraction == null || fraction.isEmpty()
                ? 0
                : (int) Math.round(Double.parseDouble("0." + fraction.substring(1)) * 1e9) % 1_000_000_000;
    }

    private static ZoneId zone(String text, int from) {
        String rest = text.substring(from);
        Matcher offset = OFFSET.matcher(rest);
        if (offset.matches()) {
            int minutes = number(offset, 2) * 60 + (offset.group(3) == null ? 0 : number(offset, 3));
            return ZoneOffset.ofTotalSeconds((offset.group(1).equals("-") ? -minutes : minutes) * 60);
        }
        Matcher region = REGION.matcher(rest);
        if (region.matches()) {
            return region(region.group(1));
        }
        Matcher name = NAME.matcher(rest);
        if (name.matches()) {
            String letters = name.group(1);
            return ZoneId.of(ZONES.getOrDefault(letters, "Z"));
        }
        return text.contains(AFTERNOON) || text.contains(MORNING) ? ZoneId.of(ZONES.get("KST")) : ZoneOffset.UTC;
    }

    private static ZoneId region(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            // A place that no clock is named after.
            return ZoneOffset.UTC;
        }
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }
}
