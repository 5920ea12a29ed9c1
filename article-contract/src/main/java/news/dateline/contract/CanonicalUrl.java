package news.dateline.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.IDN;
import java.net.URLDecoder;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The form of an article's address that all its links share: scheme, host case, port, tracking parameters, fragment,
 * AMP and mobile forms are folded. It tells articles apart; it is not meant to be fetched.
 *
 * <p>It reads a URL as browsers do, not as RFC 3986 does: feeds carry spaces, brackets, backslashes and stray percent
 * signs.
 */
public final class CanonicalUrl {
    /** Longer than any server takes. */
    private static final int MOST_CHARACTERS = 8_192;
    private static final int MOST_HOST_CHARACTERS = 253;
    private static final int MOST_LABEL_CHARACTERS = 63;

    private static final Pattern INVISIBLE = Pattern.compile("[\\t\\r\\n\\u200B\\uFEFF]");
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^:\\[\\]]+)(?::0*(\\d{0,5}))?");
    private static final Pattern HOST = Pattern
            .compile("\\[[0-9a-f:.]+]|[a-z0-9_-]{1,63}(?:\\.[a-z0-9_-]{1,63})*");

    private static final String WWW = "www";
    private static final Pattern MOBILE = Pattern
            .compile("(?:m|mobile|mobil|amp|wap)\\.(?=[^.]+\\.)(?!(?:ac|co|com|edu|gov|net|org)\\.[a-z]{2}$)");
    private static final Pattern MOBILE_LANGUAGE = Pattern.compile("([a-z]{2,3}\\.)m\\.(?=[^.]+\\.)");

    private static final Pattern AMP_CACHE_HOST = Pattern
            .compile("(?:[^.]+\\.)?(?:cdn\\.ampproject\\.org|bing-amp\\.com)");
    private static final Pattern AMP_CACHE_PATH = Pattern.compile("/[a-z]{1,2}/(?:s/)?([^/.]+\\..+)");
    private static final Pattern AMP_VIEWER_HOST = Pattern.compile("google\\.[a-z.]{2,6}");
    private static final Pattern AMP_VIEWER_PATH = Pattern.compile("/amp/(?:s/)?([^/.]+\\..+)");
    private static final Pattern AMP_FIRST = Pattern.compile("/amp(?=/.)");
    private static final Pattern AMP_LAST = Pattern.compile("(?:[/.]amp/?|/amp\\.html?)$|\\.amp(?=\\.html?$)");

    private static final Pattern SESSION = Pattern.compile("(?i);jsessionid=[^/]*");
    private static final Pattern INDEX = Pattern.compile("(?i)/(?:index|default)\\.(?:html?|shtml|php|aspx?|jsp)$");
    private static final Pattern SLASHES = Pattern.compile("//+");
    private static final Pattern AMPERSANDS = Pattern.compile("&(?:amp;)*");

    private static final boolean[] NEEDS_NO_ESCAPE = ascii("-._~!$'()*,:;@");
    private static final boolean[] STAYS_ITSELF = ascii("-._~!$'()*,:;@/=+&?");

    private CanonicalUrl() {
    }

    /** An address in parts, host and port folded, the others as they were given. */
    private record Parts(String host, String port, String path, String query, String fragment) {}

    /** The canonical form; empty where the text is no http or https URL. */
    public static Optional<String> of(String url) {
        return parse(url).map(CanonicalUrl::withoutAmpCache).map(parts -> {
            String path = path(parts.path());
            return "https://" + parts.host() + parts.port() + path + query(parts.query())
                    + fragment(parts.fragment(), path);
        });
    }

    /** The host, folded; empty where the text is no http or https URL. */
    public static Optional<String> host(String url) {
        return parse(url).map(CanonicalUrl::withoutAmpCache).map(Parts::host);
    }

    /** Whether a canonical form is a whole site's: some feeds give it to every article, so it names none. */
    public static boolean isFrontPage(String canonical) {
        return canonical.indexOf('/', "https://".length()) < 0 && canonical.indexOf('?') < 0
                && canonical.indexOf('#') < 0;
    }

    private static Optional<Parts> parse(String url) {
        String text = isPrintableAscii(url)
                ? url
                : Normalizer.normalize(INVISIBLE.matcher(url).replaceAll("").strip(), Normalizer.Form.NFC);
        int start = afterScheme(text);
        if (start < 0 || text.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        int path = firstOf("/\\?#", text, start);
        int query = firstOf("?#", text, path);
        int fragment = firstOf("#", text, query);
        return at(text.substring(start, path), text.substring(path, query), after(query, fragment, text),
                after(fragment, text.length(), text));
    }

    private static Optional<Parts> at(String authority, String path, String query, String fragment) {
        if (isPlainHost(authority)) {
            return Optional.of(new Parts(withoutMobile(authority), "", path, query, fragment));
        }
        Matcher address = AUTHORITY.matcher(authority.substring(authority.lastIndexOf('@') + 1));
        if (!address.matches()) {
            return Optional.empty();
        }
        return port(address.group(2)).flatMap(port -> foldHost(address.group(1))
                .map(host -> new Parts(host, port, path, query, fragment)));
    }

    /** Where what follows {@code http://} or {@code https://} begins, with any number of slashes from two on; -1 where none does. */
    private static int afterScheme(String text) {
        int colon = text.indexOf(':');
        boolean web = text.regionMatches(true, 0, "http", 0, 4)
                && (colon == 4 || (colon == 5 && (text.charAt(4) == 's' || text.charAt(4) == 'S')));
        int start = colon + 1;
        while (start < text.length() && (text.charAt(start) == '/' || text.charAt(start) == '\\')) {
            start++;
        }
        return web && start > colon + 2 ? start : -1;
    }

    /** The place of the first of these characters, else the end. */
    private static int firstOf(String characters, String text, int from) {
        int at = from;
        while (at < text.length() && characters.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static String after(int mark, int end, String text) {
        return mark < end ? text.substring(mark + 1, end) : "";
    }

    /** As nearly all hosts are: there is nothing to fold in it, and it matches {@link #HOST}. */
    private static boolean isPlainHost(String text) {
        int label = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean dot = c == '.' && label > 0;
            if (!dot && (!isOfHost(c) || label == MOST_LABEL_CHARACTERS)) {
                return false;
            }
            label = dot ? 0 : label + 1;
        }
        return label > 0 && text.length() <= MOST_HOST_CHARACTERS;
    }

    /** As nearly all addresses are: nothing in them is invisible or has two forms. */
    private static boolean isPrintableAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfHost(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }

    /** Both standard ports are folded whatever the scheme, as the scheme is. */
    private static Optional<String> port(String digits) {
        if (digits == null || digits.isEmpty() || digits.equals("80") || digits.equals("443")) {
            return Optional.of("");
        }
        return Integer.parseInt(digits) > 65_535 ? Optional.empty() : Optional.of(":" + digits);
    }

    private static Optional<String> foldHost(String given) {
        if (given.length() > MOST_HOST_CHARACTERS) {
            return Optional.empty();
        }
        String host;
        try {
            host = isPrintableAscii(given) && given.indexOf('%') < 0
                    ? given
                    : IDN.toASCII(URLDecoder.decode(given.replace("+", "%2B"), UTF_8), IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        host = host.toLowerCase(Locale.ROOT);
        host = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return HOST.matcher(host).matches() ? Optional.of(withoutMobile(host)) : Optional.empty();
    }

    private static String withoutMobile(String host) {
        String folded = host;
        String before;
        do {
            before = folded;
            folded = withoutWww(folded);
            folded = "amw".indexOf(folded.charAt(0)) < 0 ? folded : withoutStart(MOBILE, folded);
            if (folded.contains(".m.")) {
                Matcher language = MOBILE_LANGUAGE.matcher(folded);
                folded = language.lookingAt() ? language.group(1) + folded.substring(language.end()) : folded;
            }
        } while (!folded.equals(before));
        return folded;
    }

    /** Without {@code www.}, or {@code www2.} and the like, where two more labels follow. */
    private static String withoutWww(String host) {
        int dot = host.startsWith(WWW) ? host.indexOf('.') : -1;
        boolean www = dot == WWW.length() || (dot == WWW.length() + 1 && Character.isDigit(host.charAt(WWW.length())));
        return www && host.indexOf('.', dot + 1) > 0 ? host.substring(dot + 1) : host;
    }

    private static String withoutStart(Pattern start, String text) {
        Matcher matcher = start.matcher(text);
        return matcher.lookingAt() ? text.substring(matcher.end()) : text;
    }

    /** AMP caches and Google's viewer carry the article's own address in their path. */
    private static Parts withoutAmpCache(Parts parts) {
        if (!parts.host().endsWith("amp.com") && !parts.host().endsWith("ampproject.org")
                && !parts.host().startsWith("google.")) {
            return parts;
        }
        Matcher path = AMP_CACHE_HOST.matcher(parts.host()).matches()
                ? AMP_CACHE_PATH.matcher(parts.path())
                : AMP_VIEWER_PATH.matcher(AMP_VIEWER_HOST.matcher(parts.host()).matches() ? parts.path() : "");
        if (!path.matches()) {
            return parts;
        }
        return parse("https://" + path.group(1) + "?" + parts.query()).orElse(parts);
    }

    private static String path(String raw) {
        String path = fold(raw.replace('\\', '/'));
        path = path.indexOf(';') < 0 ? path : SESSION.matcher(path).replaceAll("");
        path = withoutDots(path);
        path = path.contains("//") ? SLASHES.matcher(path).replaceAll("/") : path;
        String before;
        do {
            before = path;
            path = path.contains("amp") ? AMP_LAST.matcher(withoutStart(AMP_FIRST, path)).replaceFirst("") : path;
            path = withoutIndex(path);
            path = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        } while (!path.equals(before));
        return path;
    }

    private static String withoutIndex(String path) {
        int last = path.lastIndexOf('/');
        if (!path.regionMatches(true, last + 1, "index.", 0, 6)
                && !path.regionMatches(true, last + 1, "default.", 0, 8)) {
            return path;
        }
        Matcher index = INDEX.matcher(path);
        return index.find(Math.max(0, last)) ? path.substring(0, index.start()) : path;
    }

    private static String withoutDots(String path) {
        if (!path.contains("/.")) {
            return path;
        }
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : path.substring(1).split("/", -1)) {
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return "/" + String.join("/", segments);
    }

    /** Where a feed left HTML undecoded, the entity of the ampersand parts parameters as the ampersand does. */
    private static String query(String raw) {
        if (raw.isEmpty()) {
            return "";
        }
        String query = AMPERSANDS.splitAsStream(raw.replace("+", "%20")).map(CanonicalUrl::foldParameter)
                .filter(parameter -> !parameter.isEmpty() && !TrackingParameters.contains(parameter)).sorted()
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private static String foldParameter(String parameter) {
        int equals = parameter.indexOf('=');
        return equals < 0
                ? fold(parameter)
                : fold(parameter.substring(0, equals)) + "=" + fold(parameter.substring(equals + 1));
    }

    /** Where pages are made by a script, what looks like a fragment is the address. */
    private static String fragment(String raw, String path) {
        boolean address = raw.startsWith("!") || (raw.startsWith("/") && path.isEmpty());
        return address && raw.length() > 1 ? "#" + fold(raw) : "";
    }

    /** Writes every character in one way only: as itself where no server minds, else escaped in upper case. */
    private static String fold(String text) {
        int first = 0;
        while (first < text.length() && staysItself(text.charAt(first))) {
            first++;
        }
        if (first == text.length()) {
            return text;
        }
        StringBuilder folded = new StringBuilder(text.length()).append(text, 0, first);
        for (int i = first; i < text.length();) {
            int c = text.codePointAt(i);
            if (c == '%' && isEscape(text, i)) {
                int escaped = HexFormat.fromHexDigits(text, i + 1, i + 3);
                folded.append(needsNoEscape(escaped)
                        ? Character.toString(escaped)
                        : text.substring(i, i + 3).toUpperCase(Locale.ROOT));
                i += 3;
            } else {
                folded.append(staysItself(c) ? Character.toString(c) : escape(c));
                i += Character.charCount(c);
            }
        }
        return folded.toString();
    }

    private static boolean staysItself(int c) {
        return c < STAYS_ITSELF.length && STAYS_ITSELF[c];
    }

    private static boolean isEscape(String text, int percent) {
        return percent + 2 < text.length() && HexFormat.isHexDigit(text.charAt(percent + 1))
                && HexFormat.isHexDigit(text.charAt(percent + 2));
    }

    private static boolean needsNoEscape(int c) {
        return c < NEEDS_NO_ESCAPE.length && NEEDS_NO_ESCAPE[c];
    }

    /** Which characters are letters, digits or one of these. */
    private static boolean[] ascii(String others) {
        boolean[] some = new boolean[128];
        for (char c = 0; c < some.length; c++) {
            some[c] = Character.isLetterOrDigit(c) || others.indexOf(c) >= 0;
        }
        return some;
    }

    private static String escape(int c) {
        return "%" + HexFormat.ofDelimiter("%").withUpperCase().formatHex(Character.toString(c).getBytes(UTF_8));
    }
}
