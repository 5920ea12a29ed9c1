package news.dateline.enrich.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Times as pages write them, for machines or for people. A date alone is its midnight; a time without zone is in UTC, since
 * no page says where its clock stands.
 */
final class PageTime {
    private static final int LONGEST = 200;
    private static final Instant EARLIEST = Instant.parse("1800-01-01T00:00:00Z");
    private static final String CLOCK = "(?:[T\\s,]*(?:at |um |à |a las )?(\\d{1,2})[:.h](\\d{2})(?:[:.](\\d{2})(?:[.,](\\d{1,9}))?)?)?"
            + "(?:\\s*([ap])\\.?m\\b\\.?)?(?:\\s*(Z\\b|[+-]\\d{2}:?\\d{2}|[+-]\\d{2}\\b|[A-Z]{2,4}\\b))?";
    private static final Pattern ISO = Pattern.compile("(?<!\\d)(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?!\\d)" + CLOCK,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COMPACT = Pattern
            .compile("^(\\d{4})(\\d{2})(\\d{2})(?:T?(\\d{2})(\\d{2})(\\d{2})?Z?)?$");
    private static final Pattern IN_CHARACTERS = Pattern.compile(
            "(\\d{4})\\s?[年년]\\s?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日일]\\s?(?:[（(].[）)]\\s?)?(?:(\\d{1,2})[:時时点點시]\\s?(\\d{1,2}))?");
    private static final Pattern DAY_FIRST_IN_NUMBERS = Pattern
            .compile("(?<![\\d.])(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})(?!\\d)" + CLOCK, Pattern.CASE_INSENSITIVE);
    private static final Pattern MONTH_FIRST = Pattern.compile(
            "([\\p{L}\\p{M}]{3,12})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})" + CLOCK, Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er|\\.|º)?\\s*(?:de |of )?[\\s-]?([\\p{L}\\p{M}]{3,12})\\.?,?[\\s-]+(?:de |del )?(\\d{4})"
                    + CLOCK,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EPOCH = Pattern.compile("^(\\d{10})(\\d{3})?$");
    /** What their names begin with, in lower case. */
    private static final List<List<String>> MONTHS = Stream.of(
            "jan ene gen янв січ ιαν sty led oca ian يناير जनवरी",
            "feb fev fév févr фев лют φεβ lut úno şub فبراير फ़रवरी फरवरी",
            "mar mär maa már мар бер μαρ μάρ bře مارس मार्च",
            "apr avr abr ápr апр кві απρ kwi dub nis أبريل ابريل अप्रैल",
            "may mai maj máj mag mei мая тра μαι μαΐ μάι kvě مايو मई",
            "jun juin jún giu июн чер ιουν ιούν cze červn haz iun kesä يونيو जून",
            "jul juil júl lug июл лип ιουλ ιούλ lip červe tem iul heinä يوليو जुलाई",
            "aug ago aoû авг сер αυγ αύγ sie srp ağu elo أغسطس अगस्त",
            "sep set sze сен вер σεπ wrz zář eyl syys سبتمبر सितंबर सितम्बर",
            "oct okt out ott окт жов οκτ paź říj eki loka أكتوبر अक्टूबर",
            "nov ноя лис νοε νοέ lis kas noi marras نوفمبر नवंबर नवम्बर",
            "dec dez dic déc des дек гру δεκ gru pro ara joulu ديسمبر दिसंबर दिसम्बर")
            .map(words -> List.of(words.split(" "))).toList();
    private static final Map<String, String> ZONES = Map.ofEntries(Map.entry("GMT", "Z"), Map.entry("UTC", "Z"),
            Map.entry("EST", "-05:00"), Map.entry("EDT", "-04:00"), Map.entry("ET", "America/New_York"),
            Map.entry("CST", "-06:00"), Map.entry("CDT", "-05:00"), Map.entry("CT", "America/Chicago"),
            Map.entry("MST", "-07:00"), Map.entry("MDT", "-06:00"), Map.entry("PST", "-08:00"),
            Map.entry("PDT", "-07:00"), Map.entry("PT", "America/Los_Angeles"), Map.entry("BST", "+01:00"),
            Map.entry("CET", "+01:00"), Map.entry("CEST", "+02:00"), Map.entry("IST", "+05:30"),
            Map.entry("AEST", "+10:00"), Map.entry("AEDT", "+11:00"), Map.entry("JST", "+09:00"),
            Map.entry("MSK", "+03:00"));

    private PageTime() {
    }

    /** The first time within a text. */
    static Optional<Instant> read(String text) {
        String bounded = PageFields.line(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        try {
            return instant(bounded).filter(time -> time.isAfter(EARLIEST));
        } catch (DateTimeException | ArithmeticException e) {
            // The 31st of a month of 30 days, and the like.
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(String text) {
        Matcher epoch = EPOCH.matcher(text);
        if (epoch.matches()) {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(epoch.group(1))));
        }
        Matcher compact = COMPACT.matcher(text);
        if (compact.matches()) {
            return Optional.of(at(date(compact.group(1), compact.group(2), compact.group(3)),
                    time(compact.group(4), compact.group(5), compact.group(6), null), null));
        }
        Matcher iso = ISO.matcher(text);
        if (iso.find()) {
            return Optional.of(at(date(iso.group(1), iso.group(2), iso.group(3)), clock(iso), iso.group(9)));
        }
        Matcher characters = IN_CHARACTERS.matcher(text);
        if (characters.find()) {
            return Optional.of(at(date(characters.group(1), characters.group(2), characters.group(3)),
                    time(characters.group(4), characters.group(5), null, null), null));
        }
        Matcher numbers = DAY_FIRST_IN_NUMBERS.matcher(text);
        if (numbers.find()) {
            return Optional.of(at(date(numbers.group(3), numbers.group(2), numbers.group(1)), clock(numbers),
                    numbers.group(9)));
        }
        Matcher first = MONTH_FIRST.matcher(text);
        while (first.find()) {
            int month = month(first.group(1));
            if (month > 0) {
                return Optional.of(at(LocalDate.of(Integer.parseInt(first.group(3)), month,
                        Integer.parseInt(first.group(2))), clock(first), first.group(9)));
            }
        }
        Matcher day = DAY_FIRST.matcher(text);
        while (day.find()) {
            int month = month(day.group(2));
            if (month > 0) {
                return Optional.of(at(
                        LocalDate.of(Integer.parseInt(day.group(3)), month, Integer.parseInt(day.group(1))),
                        clock(day), day.group(9)));
            }
        }
        return Optional.empty();
    }

    private static LocalDate date(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }

    private static LocalTime clock(Matcher matcher) {
        LocalTime time = time(matcher.group(4), matcher.group(5), matcher.group(6), matcher.group(8));
        return matcher.group(7) == null ? time : time.withNano(nanos(matcher.group(7)));
    }

    private static int nanos(String fraction) {
        return Integer.parseInt((fraction + "00000000").substring(0, 9));
    }

    private static LocalTime time(String hour, String minute, String second, String half) {
        if (hour == null) {
            return LocalTime.MIDNIGHT;
        }
        int hours = Integer.parseInt(hour);
        if (half != null) {
            hours = hours % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
        }
        return LocalTime.of(hours, Integer.parseInt(minute), second == null ? 0 : Integer.parseInt(second));
    }

    private static Instant at(LocalDate date, LocalTime time, String zone) {
        return LocalDateTime.of(date, time).atZone(zone(zone)).toInstant();
    }

    private static ZoneId zone(String name) {
        if (name == null) {
            return ZoneOffset.UTC;
        }
        String known = ZONES.get(name.toUpperCase(Locale.ROOT));
        if (known == null && Character.isLetter(name.charAt(0)) && !name.equalsIgnoreCase("Z")) {
            return ZoneOffset.UTC;
        }
        return ZoneId.of(known == null ? name.toUpperCase(Locale.ROOT) : known);
    }

    /** The month whose beginning fits at most length: a Finnish November begins as March does elsewhere. */
    private static int month(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        int longest = 0;
        int month = 0;
        for (int i = 0; i < MONTHS.size(); i++) {
            for (String beginning : MONTHS.get(i)) {
                if (beginning.length() > longest && lower.startsWith(beginning)) {
                    longest = beginning.length();
                    month = i + 1;
                }
            }
        }
        return month;
    }
}
