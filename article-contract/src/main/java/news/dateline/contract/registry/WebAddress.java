package news.dateline.contract.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses that can be fetched: http or https, as people, feeds and redirects write them. */
public final class WebAddress {
    private static final int LONGEST = 4_000;
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Pattern UNFIT = Pattern.compile("[^\\x21-\\x7E]|[\"<>\\\\^`{|}]|%(?!\\p{XDigit}{2})");
    private static final Pattern AUTHORITY = Pattern.compile("(?i)^(https?://)([^/?#]*)(.*)$", Pattern.DOTALL);

    private WebAddress() {
    }

    /** The address in one form: scheme and host in lower case, no fragment, no name or password; empty where it is none. */
    public static Optional<URI> of(String text) {
        Matcher parts = AUTHORITY.matcher(text.strip());
        if (text.length() > LONGEST || !parts.matches()) {
            return Optional.empty();
        }
        try {
            URI given = new URI(
                    parts.group(1).toLowerCase(Locale.ROOT) + host(parts.group(2)) + escaped(parts.group(3)));
            if (given.getHost() == null || given.getUserInfo() != null || given.getPort() > 65_535) {
                return Optional.empty();
            }
            String path = given.getRawPath().isEmpty() ? "/" : given.getRawPath();
            return Optional.of(new URI(given.getScheme() + "://" + authority(given) + path
                    + (given.getRawQuery() == null ? "" : "?" + given.getRawQuery())));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Where a redirect leads. */
    public static Optional<URI> redirected(URI from, String location) {
        String given = location.strip();
        if (SCHEMES.stream().anyMatch(scheme -> given.regionMatches(true, 0, scheme + "://", 0, scheme.length() + 3))) {
            return of(given);
        }
        try {
            return given.length() > LONGEST ? Optional.empty() : of(from.resolve(new URI(escaped(given))).toString());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String host(String authority) {
        int colon = authority.startsWith("[") ? authority.indexOf(':', authority.indexOf(']')) : authority.indexOf(':');
        String host = colon < 0 ? authority : authority.substring(0, colon);
        String port = colon < 0 ? "" : authority.substring(colon);
        boolean ascii = host.chars().allMatch(character -> character < 0x80);
        return (ascii ? host : IDN.toASCII(host)).toLowerCase(Locale.ROOT) + port;
    }

    private static String authority(URI address) {
        boolean standard = address.getPort() == (address.getScheme().equals("http") ? 80 : 443);
        return address.getHost() + (address.getPort() < 0 || standard ? "" : ":" + address.getPort());
    }

    private static String escaped(String text) {
        return UNFIT.matcher(text).replaceAll(unfit -> {
            StringBuilder escaped = new StringBuilder();
            for (byte octet : unfit.group().getBytes(UTF_8)) {
                escaped.append('%').append(String.format("%02X", octet));
            }
            return escaped.toString();
        });
    }
}
