package news.dateline.ingest.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import news.dateline.contract.RejectionReason;

/** From bytes to characters that every later stage can keep. */
final class Characters {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char REPLACEMENT = '\uFFFD';

    private Characters() {
    }

    /** Decodes strictly: a byte that stands for no character is named by its place, not replaced. */
    static String decode(byte[] bytes, Charset charset) {
        String text = new String(bytes, charset);
        if (text.indexOf(REPLACEMENT) >= 0) {
            // Either it stood there, or a byte is none.
            check(bytes, charset);
        }
        return text.isEmpty() || text.charAt(0) != BYTE_ORDER_MARK ? text : text.substring(1);
    }

    private static void check(byte[] bytes, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate((int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte()));
        CoderResult result = decoder.decode(in, out, true);
        if (result.isUnderflow()) {
            result = decoder.flush(out);
        }
        if (result.isError()) {
            throw new BrokenRule(RejectionReason.NOT_UTF8, "must be valid " + charset.name()
                    + " (the first byte that is not stands at offset " + in.position() + ")");
        }
    }

    /**
     * Removes U+0000, which PostgreSQL can't store, and puts U+FFFD for half of a surrogate pair, which UTF-8 can't
     * write: JSON's escapes can spell both, and neither is worth an article.
     */
    static String storable(String text) {
        if (isStorable(text)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(point -> point != 0)
                .forEach(point -> kept.appendCodePoint(isHalfPair(point) ? REPLACEMENT : point));
        return kept.toString();
    }

    /** As nearly all text is, even where pairs are whole: only text with any of them is gone through for halves. */
    private static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHalfPair(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
