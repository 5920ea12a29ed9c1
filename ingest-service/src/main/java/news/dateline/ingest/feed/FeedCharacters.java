package news.dateline.ingest.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.dateline.ingest.format.MediaType;

/**
 * From a feed's bytes to characters: byte order mark, HTTP header, XML prolog, then what the bytes themselves look like.
 *
 * <p>Servers and prologs name a charset that the bytes are not in. Text in another charset hardly ever happens to be
 * valid UTF-8, so bytes that are it are read as it whatever is said of them.
 */
final class FeedCharacters {
    private static final int PROLOG_MOST = 1_024;
    private static final int CUT_OFF_MOST = 3;
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Pattern PROLOG = Pattern.compile("<\\?xml[^>]*?encoding\\s*=\\s*[\"']?([\\w.:-]+)",
            Pattern.CASE_INSENSITIVE);

    private FeedCharacters() {
    }

    static String decode(byte[] bytes, Optional<String> contentType) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return replacing(bytes, 3, UTF_8);
        }
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0, '<')) {
            return replacing(bytes, bytes[0] == 0 ? 0 : 2, UTF_16BE);
        }
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, '<', 0)) {
            return replacing(bytes, bytes[0] == '<' ? 0 : 2, UTF_16LE);
        }
        return strict(bytes, UTF_8).or(() -> names(bytes, contentType).flatMap(name -> charset(name).stream())
                .flatMap(charset -> strict(bytes, charset).stream()).findFirst()).orElseGet(() -> detected(bytes));
    }

    /** The charsets that are said of the bytes, the one to be believed most first. */
    private static Stream<String> names(byte[] bytes, Optional<String> contentType) {
        Matcher prolog = PROLOG.matcher(new String(bytes, 0, Math.min(bytes.length, PROLOG_MOST), ISO_8859_1));
        return Stream.concat(contentType.flatMap(type -> MediaType.of(Optional.of(type)).charset()).stream(),
                prolog.find() ? Stream.of(prolog.group(1)) : Stream.empty());
    }

    /** ISO 8859-1 and ASCII mean windows-1252 on the web; a charset of two bytes would have been seen by its zeros. */
    private static Optional<Charset> charset(String name) {
        try {
            Charset charset = Charset.forName(name);
            if (charset.equals(ISO_8859_1) || charset.equals(US_ASCII)) {
                return Optional.of(WINDOWS_1252);
            }
            String known = charset.name().toUpperCase(Locale.ROOT);
            return Optional.of(charset).filter(decodable -> !known.startsWith("UTF") && !known.startsWith("X-UTF"));
        } catch (IllegalArgumentException e) {
            // A name that no platform knows says nothing.
            return Optional.empty();
        }
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
        String utf8 = new String(bytes, UTF_8);
        long spoilt = utf8.chars().filter(character -> character == '\uFFFD').count();
        long whole = utf8.chars().filter(character -> character > 0x7F && character != '\uFFFD').count();
        return whole > spoilt ? utf8 : new String(bytes, WINDOWS_1252);
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
