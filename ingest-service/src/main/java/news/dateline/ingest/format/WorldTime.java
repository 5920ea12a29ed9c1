package news.dateline.ingest.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of dialects that leave out what an instant needs: a date alone is its midnight, no zone is UTC. */
final class WorldTime {
    private static final Pattern FORM = Pattern
            .compile(
                    "(\\d{4}-\\d{2}-\\d{2})(?:[Tt ](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?) ?([Zz]|[+-]\\d{2}(?::?\\d{2})?)?)?");

    private WorldTime() {
    }

    /** The same with time and zone; anything else as it is, for its rule to refuse. */
    static String withZone(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return text;
        }
        String time = form.group(2) == null ? "00:00" : form.group(2);
        String zone = form.group(3) == null ? "Z" : form.group(3);
        String digits = zone.replace(":", "");
        return form.group(1) + "T" + time + (digits.length() < 2
                ? "Z"
                : digits.substring(0, 3) + ":" + (digits.length() == 3 ? "00" : digits.substring(3)));
    }
}
