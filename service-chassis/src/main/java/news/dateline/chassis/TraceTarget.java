package news.dateline.chassis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a service sends its spans.
 *
 * @param endpoint of OTLP over HTTP, without {@code /v1/traces}; absent, none are sent
 * @param headers  sent with each request, such as a token
 * @param share    of the traces that begin here, 0 to 1; whether another's trace is sent is for that other to say
 */
public record TraceTarget(Optional<URI> endpoint, Map<String, String> headers, double share) {
    /** Spans are sent nowhere. */
    public static final TraceTarget NONE = new TraceTarget(Optional.empty(), Map.of(), 1);

    static final Setting<Optional<URI>> ENDPOINT = new Setting<>("OTEL_EXPORTER_OTLP_ENDPOINT", "",
            "where spans are sent, by OTLP over HTTP; left out, nowhere", "an http or https URL, without /v1/traces",
            TraceTarget::endpoint);
    static final Setting<Map<String, String>> HEADERS = new Setting<>("OTEL_EXPORTER_OTLP_HEADERS", "",
            "headers of the requests with spans", "NAME=VALUE, separated by commas, values as in URLs",
            TraceTarget::headers, true);
    static final Setting<Double> SHARE = new Setting<>("DATELINE_TRACES_SHARE", "1",
            "share of the traces that begin in Dateline whose spans are sent", "a number from 0 to 1",
            TraceTarget::share);
    static final List<Setting<?>> TABLE = List.of(ENDPOINT, HEADERS, SHARE);

    public TraceTarget {
        headers = Map.copyOf(headers);
    }

    private static Optional<Optional<URI>> endpoint(String text) {
        if (text.isBlank()) {
            return Optional.of(Optional.empty());
        }
        try {
            URI uri = URI.create(text.strip().replaceFirst("/+$", ""));
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return http && uri.getHost() != null ? Optional.of(Optional.of(uri)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Map<String, String>> headers(String text) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String pair : Arrays.stream(text.split(",")).map(String::strip).filter(part -> !part.isEmpty()).toList()) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                return Optional.empty();
            }
            try {
                headers.put(pair.substring(0, equals).strip(),
                        URLDecoder.decode(pair.substring(equals + 1).strip().replace("+", "%2B"), UTF_8));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        return Optional.of(headers);
    }

    private static Optional<Double> share(String text) {
        try {
            double share = Double.parseDouble(text.strip());
            return share >= 0 && share <= 1 ? Optional.of(share) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
