package news.dateline.ingest.fetch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An answer to a fetch.
 *
 * @param url     that answered, after all redirects
 * @param movedTo where the URL that was asked for has moved for good, if it has
 * @param headers by name in lower case; of repeated ones the first, but of links all
 * @param body    decompressed
 */
public record Fetched(URI url, Optional<URI> movedTo, int status, String reason, Map<String, String> headers,
        byte[] body) {
    public Fetched {
        headers = Map.copyOf(headers);
    }

    /** The first header of a name. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The first target of that relation among its {@code Link} headers, as it is written there. */
    public Optional<String> link(String relation) {
        return header("link").flatMap(links -> LinkHeader.target(links, relation));
    }

    /** How long the server asks to be left alone. */
    public Optional<Duration> retryAfter(Instant now) {
        return header("retry-after").flatMap(text -> RetryAfter.read(text, now));
    }

    /** Its status line in words. */
    public String inWords() {
        return "answered " + status + (reason.isBlank() ? "" : " " + reason);
    }

    Fetched after(Optional<URI> moved) {
        return new Fetched(url, moved, status, reason, headers, body);
    }
}
