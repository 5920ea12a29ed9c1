package news.dateline.contract;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Headers;

/**
 * Which trace an article's way belongs to, as W3C's Trace Context writes it: the header {@value #HEADER}, over HTTP and on records.
 *
 * @param traceId 32 hexadecimal digits
 * @param text    the header's value
 */
public record TraceContext(String traceId, String text) {
    /** Name of the header. */
    public static final String HEADER = "traceparent";

    /** Later versions may append to what version 00 has. */
    private static final Pattern TEXT = Pattern
            .compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");
    private static final String FIRST_VERSION = "00";
    private static final int LENGTH = 55;
    private static final int LONGEST = 256;

    /** The context that a header's value tells; empty where it breaks W3C's rules, so that a new trace is to begin. */
    public static Optional<TraceContext> read(String text) {
        if (text.length() > LONGEST || (text.startsWith(FIRST_VERSION) && text.length() != LENGTH)) {
            return Optional.empty();
        }
        Matcher matcher = TEXT.matcher(text);
        // What a later version appends is not ours to pass on.
        return matcher.matches()
                ? Optional.of(new TraceContext(matcher.group(1), FIRST_VERSION + text.substring(2, LENGTH)))
                : Optional.empty();
    }

    /** The context that a record's headers tell. */
    public static Optional<TraceContext> of(Headers headers) {
        return HeaderText.of(headers, HEADER).flatMap(TraceContext::read);
    }

    /** Puts a header's value in place of any earlier one. */
    public static void put(String text, Headers headers) {
        HeaderText.add(headers.remove(HEADER), HEADER, text);
    }
}
