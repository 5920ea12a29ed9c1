package news.dateline.contract;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The form of an article's address that all its links share: scheme, host case, port, tracking parameters, fragment,
 * AMP and mobile forms are folded. It tells articles apart; it is not meant to be fetched.
 */
public final class CanonicalUrl {
    private static final Set<String> TRACKING = Set.of("fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid",
            "msclkid", "yclid", "igshid", "twclid", "ttclid", "mc_cid", "mc_eid", "_ga", "_gl", "cmpid", "cmp", "ncid",
            "ocid", "smid", "smtyp", "sref", "ref_src", "ref_url", "ftag", "icid", "ito", "amp", "outputtype",
            "xtor", "wt_mc", "mkt_tok", "spm", "srnd", "taid", "guccounter", "ns_campaign", "ns_mchannel", "ns_source",
            "ns_linkname", "at_medium", "at_campaign", "at_custom1", "at_custom2", "at_custom3", "at_custom4");
    private static final Pattern MOBILE_HOST = Pattern.compile("^(?:www|m|mobile|amp)\\.(?=[^.]+\\.)");
    private static final Pattern AMP_PATH = Pattern.compile("(?:/amp|\\.amp)(?=$|/$|\\.html?$)");
    private static final Pattern AMP_CACHE = Pattern
            .compile("^https?://(?:[^/]+\\.cdn\\.ampproject\\.org/[cv]/s/|www\\.google\\.[a-z.]+/amp/s/)(.+)$");
    private static final Pattern INDEX = Pattern.compile("/(?:index|default)\\.(?:html?|php|aspx?)$");

    private CanonicalUrl() {
    }

    /** The canonical form; empty where the text is no http or https URL. */
    public static Optional<String> of(String url) {
        return parse(url).map(uri -> {
            String path = path(uri.getRawPath());
            String query = query(uri.getRawQuery());
            return "https://" + foldHost(uri) + port(uri) + path + (query.isEmpty() ? "" : "?" + query);
        });
    }

    /** The host, folded; empty where the text is no http or https URL. */
    public static Optional<String> host(String url) {
        return parse(url).map(CanonicalUrl::foldHost);
    }

    private static Optional<URI> parse(String url) {
        String text = url.strip();
        Matcher cached = AMP_CACHE.matcher(text);
        if (cached.matches()) {
            text = "https://" + cached.group(1);
        }
        try {
            URI uri = new URI(escape(text));
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && authorityHost(uri).isPresent() ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Browsers take what RFC 3986 forbids in a URL, and feeds carry it: spaces, brackets, a stray percent sign. */
    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (" \"<>\\^`{|}[]".indexOf(c) >= 0 || (c == '%' && !isEscape(text, i))) {
                escaped.append(String.format("%%%02X", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static Optional<String> authorityHost(URI uri) {
        String authority = uri.getRawAuthority();
        if (authority == null) {
            return Optional.empty();
        }
        String host = authority.substring(authority.lastIndexOf('@') + 1).replaceFirst(":\\d*$", "");
        try {
            return host.isBlank() ? Optional.empty() : Optional.of(IDN.toASCII(host, IDN.ALLOW_UNASSIGNED));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String foldHost(URI uri) {
        String host = authorityHost(uri).orElseThrow().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        return MOBILE_HOST.matcher(host).replaceFirst("");
    }

    private static String port(URI uri) {
        Matcher port = Pattern.compile(":(\\d+)$").matcher(uri.getRawAuthority());
        return port.find() && !port.group(1).matches("0*(80|443)") ? ":" + port.group(1) : "";
    }

    private static String path(String raw) {
        String path = foldEscapes(raw == null ? "" : raw);
        path = path.replaceAll("/{2,}", "/");
        path = path.startsWith("/amp/") ? path.substring(4) : path;
        path = AMP_PATH.matcher(path).replaceFirst("");
        path = INDEX.matcher(path).replaceFirst("");
        return path.replaceFirst("/$", "");
    }

    private static String query(String raw) {
        if (raw == null) {
            return "";
        }
        return Arrays.stream(raw.split("&")).filter(parameter -> !parameter.isEmpty())
                .filter(parameter -> !isTracking(parameter.replaceFirst("=.*$", "").toLowerCase(Locale.ROOT)))
                .map(CanonicalUrl::foldEscapes).sorted().collect(Collectors.joining("&"));
    }

    private static boolean isTracking(String name) {
        return name.startsWith("utm_") || TRACKING.contains(name);
    }

    /** Decodes what needs no escape and writes the others in upper case; letters beyond ASCII are escaped. */
    private static String foldEscapes(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%' && isEscape(text, i)) {
                char decoded = (char) Integer.parseInt(text, i + 1, i + 3, 16);
                if (isUnreserved(decoded)) {
                    folded.append(decoded);
                } else {
                    folded.append(text.substring(i, i + 3).toUpperCase(Locale.ROOT));
                }
                i += 2;
            } else {
                folded.append(c);
            }
        }
        return URI.create(folded.toString()).toASCIIString();
    }

    private static boolean isEscape(String text, int percent) {
        return percent + 2 < text.length() && isHex(text.charAt(percent + 1)) && isHex(text.charAt(percent + 2));
    }

    private static boolean isHex(char c) {
        return Character.digit(c, 16) >= 0 && c < 128;
    }

    private static boolean isUnreserved(char c) {
        return c < 128 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
    }
}
