package news.dateline.enrich.fingerprint;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import news.dateline.contract.Sha256;

/**
 * The fingerprint of an article's text: 128 bits of SHA-256 in hex, equal for texts that differ only in letter case,
 * punctuation, white space or compatibility forms. Two articles with one fingerprint are exact duplicates: same text,
 * another id.
 *
 * <p>Publishers put headlines of their own on agency copy, so a body of 200 folded characters or more is the whole
 * fingerprint. A shorter one ("This story is being updated") says too little alone: the headline joins it, and of an
 * empty body only the headline is left. An article with neither letters nor digits has its raw text as fingerprint.
 */
public final class TextFingerprint {
    private static final int BODY_SAYS_ENOUGH = 200;
    private static final int HALF_OF_SHA_256 = 16;
    private static final int CHUNK = 2_048;

    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(Sha256::begin);

    private TextFingerprint() {
    }

    public static String of(String headline, String body) {
        FoldedText foldedBody = FoldedText.of(body);
        if (foldedBody.codePoints() >= BODY_SAYS_ENOUGH) {
            return hash("body", foldedBody.text());
        }
        FoldedText foldedHeadline = FoldedText.of(headline);
        if (foldedBody.isEmpty() && foldedHeadline.isEmpty()) {
            return hash("raw", CharBuffer.wrap(headline + '\n' + body));
        }
        return hash("short", foldedHeadline.text(), CharBuffer.wrap("\n"), foldedBody.text());
    }

    private static String hash(String kind, CharBuffer... parts) {
        MessageDigest sha = SHA_256.get();
        // The kind keeps a long body from ever meeting a headline with the same words.
        sha.update((kind + '\n').getBytes(StandardCharsets.US_ASCII));
        // A lone surrogate has no UTF-8 form; it is hashed as U+FFFD and does not stop an article.
        CharsetEncoder utf8 = StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .replaceWith(new byte[]{(byte) 0xEF, (byte) 0xBF, (byte) 0xBD});
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
        for (CharBuffer part : parts) {
            boolean more = true;
            while (more) {
                more = utf8.encode(part, bytes, true).isOverflow();
                sha.update(bytes.flip());
                bytes.clear();
            }
        }
        return HexFormat.of().formatHex(Arrays.copyOf(sha.digest(), HALF_OF_SHA_256));
    }
}
