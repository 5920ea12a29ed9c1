package news.dateline.ingest.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * From the bytes of a feed or a page to characters: byte order mark, HTTP header, what XML prolog or {@code meta} say,
 * then what the bytes themselves look like.
 *
 * <p>Servers and documents name a charset that the bytes are not in. Text in another charset hardly ever happens to be
 * valid UTF-8, so bytes that are it are read as it whatever is said of them.
 */
public final class WebCharacters {
    private static final int DECLARED_WITHIN = 4_096;
    private static final int CUT_OFF_MOST = 3;
    private static final int WHOLE_FOR_EACH_SPOILT = 20;
    private static final int ESCAPE = 0x1B;
    private static final char REPLACEMENT = '\uFFFD';
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Pattern DECLARED = Pattern.compile(
            "<\\?xml[^>]*?encoding\\s*=\\s*[\"']?([\\w.:-]+)|<meta[^>]*?charset\\s*=\\s*[\"']?([\\w.:-]+)",
            Pattern.CASE_INSENSITIVE);

    /** On the web these names mean a larger charset than their standards say. */
    private static final Map<String, String> MEANT = Map.of("ISO-8859-1", "windows-1252", "US-ASCII", "windows-1252",
            "ISO-8859-9", "windows-1254", "GB2312", "GB18030", "GBK", "GB18030", "Shift_JIS", "windows-31j", "EUC-KR",
            "x-windows-949", "TIS-620", "x-windows-874");

    private WebCharacters() {
    }

    /**
     * The characters; a byte that stands for none becomes U+FFFD.
     *
     * @param charset the charset of the {@code content-type} header that came with them
     */
    public static String decode(byte[] bytes, Optional<String> charset) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return replacing(bytes, 3, UTF_8);
        }
        if (startsWith(bytes, 0, 0, 0xFE, 0xFF) || startsWith(bytes, 0, 0, 0, '<')) {
            return replacing(bytes, bytes[3] == '<' ? 0 : 4, UTF_32BE);
        }
        if (startsWith(bytes, 0xFF, 0xFE, 0, 0) || startsWith(bytes, '<', 0, 0, 0)) {
            return replacing(bytes, bytes[0] == '<' ? 0 : 4, UTF_32LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0, '<')) {
            return replacing(bytes, bytes[0] == 0 ? 0 : 2, UTF_16BE);
        }
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, '<', 0)) {
            return replacing(bytes, bytes[0] == '<' ? 0 : 2, UTF_16LE);
        }
        Optional<String> utf8 = isShifted(bytes) ? Optional.empty() : strict(bytes, UTF_8);
        return utf8.or(() -> names(bytes, charset).flatMap(name -> charset(name).stream())
                .flatMap(declared -> mostly(bytes, declared).stream()).findFirst()).orElseGet(() -> detected(bytes));
    }

    /** Japanese mail's charset, some pages' too, shifts between alphabets by escapes; every byte of it is UTF-8 as well. */
    private static boolean isShifted(byte[] bytes) {
        for (int i = 0; i + 2 < bytes.length; i++) {
            if (bytes[i] == ESCAPE && bytes[i + 1] == '$' && (bytes[i + 2] == 'B' || bytes[i + 2] == '@')) {
                return true;
            }
        }
        return false;
    }

    /** The charsets that are said of the bytes, the one to be believed most first. */
    private static Stream<String> names(byte[] bytes, Optional<String> charset) {
        Matcher declared = DECLARED.matcher(new String(bytes, 0, Math.min(bytes.length, DECLARED_WITHIN), ISO_8859_1));
        return Stream.concat(charset.stream(), declared.results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1)));
    }

    /** A charset of two bytes would have been seen by its zeros. */
    private static Optional<Charset> charset(String name) {
        try {
            Charset charset = Charset.forName(name);
            String known = charset.name().toUpperCase(Locale.ROOT);
            return Optional.of(Charset.forName(MEANT.getOrDefault(charset.name(), charset.name())))
                    .filter(decodable -> !known.startsWith("UTF") && !known.startsWith("X-UTF"));
        } catch (IllegalArgumentException e) {
            // A name that no platform knows says nothing.
            return Optional.empty();
        }
    }

    /** A page of many authors has single bytes of another charset in it. */
    private static Optional<String> mostly(byte[] bytes, Charset charset) {
        String text = new String(bytes, charset);
        return spoilt(text) * WHOLE_FOR_EACH_SPOILT > whole(text) ? Optional.empty() : Optional.of(text);
    }

    /** A body that was cut off may end within a character. */
    private static Optional<String> strict(byte[] bytes, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate((int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte()) + 1);
        boolean broken = decoder.decode(in, out, true).isError() && in.remaining() > CUT_OFF_MOST;
        return broken ? Optional.empty() : Optional.of(out.flip().toString());
    }

    /** UTF-8 with some bytes spoilt where most of what is not ASCII is UTF-8, else what western Europe writes. */
    private static String detected(byte[] bytes) {
        if (isShifted(bytes)) {
            return new String(bytes, Charset.forName("ISO-2022-JP"));
        }
        String utf8 = new String(bytes, UTF_8);
        return whole(utf8) > spoilt(utf8) ? utf8 : new String(bytes, WINDOWS_1252);
    }

    private static long spoilt(String text) {
        return text.chars().filter(character -> character == REPLACEMENT).count();
    }

    private static long whole(String text) {
        return text.chars().filter(character -> character > 0x7F && character != REPLACEMENT).count();
    }

    private static String replacing(byte[] bytes, int from, Charset charset) {
        return new String(bytes, from, bytes.length - from, charset);
    }

    private static boolean startsWith(byte[] bytes, int... first) {
        if (bytes.length < first.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if ((bytes[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }
}
