package news.dateline.ingest.format;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a {@code content-type} header says of the bytes beside it.
 *
 * @param name    type and subtype in lower case
 * @param charset the charset parameter as it was given
 */
public record MediaType(String name, Optional<String> charset) {
    public static final MediaType JSON = new MediaType("application/json", Optional.empty());
    public static final MediaType LINES = new MediaType("application/x-ndjson", Optional.empty());
    public static final MediaType PAGE = new MediaType("text/plain", Optional.empty());

    private static final List<String> LINES_NAMES = List.of("application/x-ndjson", "application/ndjson",
            "application/jsonl");

    private static final List<String> NINJS_NAMES = List.of("application/vnd.iptc.ninjs+json",
            "application/ninjs+json");
    private static final List<String> HTML_NAMES = List.of("text/html", "application/xhtml+xml");
    private static final List<String> FEED_NAMES = List.of("application/rss+xml", "application/atom+xml",
            "application/rdf+xml", "application/feed+json", "application/xml", "text/xml");
    private static final String LINKED_DATA = "application/ld+json";

    /** The media type of a header; without a header it is JSON. */
    public static MediaType of(Optional<String> header) {
        return header.filter(text -> !text.isBlank()).map(MediaType::parse).orElse(JSON);
    }

    private static MediaType parse(String header) {
        String[] parts = header.split(";");
        Optional<String> charset = Stream.of(parts).skip(1).map(String::strip)
                .filter(parameter -> parameter.toLowerCase(Locale.ROOT).startsWith("charset="))
                .map(parameter -> parameter.substring("charset=".length()).replace("\"", "").strip()).findFirst();
        return new MediaType(parts.length == 0 ? "" : parts[0].strip().toLowerCase(Locale.ROOT), charset);
    }

    /** Whether the bytes are lines of JSON, an article each. */
    public boolean isLines() {
        return LINES_NAMES.contains(name);
    }

    /** Whether they say that the bytes are a feed document: RSS, Atom, JSON Feed or a news sitemap. */
    public boolean isFeed() {
        return FEED_NAMES.contains(name);
    }

    boolean isJson() {
        return name.equals(JSON.name) || isLines() || isNinjs() || isLinkedData();
    }

    boolean isNinjs() {
        return NINJS_NAMES.contains(name);
    }

    boolean isLinkedData() {
        return name.equals(LINKED_DATA);
    }

    /** Whether the bytes are a whole page of HTML. */
    boolean isHtml() {
        return HTML_NAMES.contains(name);
    }

    /** Whether the bytes are a page's text. */
    boolean isPage() {
        return name.equals(PAGE.name);
    }

    /** The charset of the bytes, UTF-8 where none is given; empty where this platform has none of that name. */
    Optional<Charset> decoding() {
        try {
            return Optional.of(Charset.forName(charset.orElse("UTF-8")));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** The header that says this. */
    @Override
    public String toString() {
        return name + charset.map(value -> "; charset=" + value).orElse("");
    }
}
