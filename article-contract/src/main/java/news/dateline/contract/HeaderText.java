package news.dateline.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** A record's header as the UTF-8 text that it is. */
public final class HeaderText {
    private HeaderText() {
    }

    /** The text of the last header with a name; empty where there is none, or one without a value. */
    public static Optional<String> of(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name)).map(Header::value).map(value -> new String(value, UTF_8));
    }

    /** Adds a header. */
    public static void add(Headers headers, String name, String text) {
        headers.add(name, text.getBytes(UTF_8));
    }
}
