package news.dateline.dashboard.rejected;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Bytes as they can be shown: as text where they are text, else in hexadecimal lines.
 *
 * @param text     all of it; absent where the bytes are no text or too many to be edited by hand
 * @param lines    the beginning, for reading
 * @param bytes    how many there are
 * @param isWhole  whether the lines show all of them
 */
record ShownBytes(Optional<String> text, String lines, boolean isText, int bytes, boolean isWhole) {
    private static final int MOST_TEXT = 512 * 1024;
    private static final int MOST_HEX = 4 * 1024;
    private static final int BYTES_OF_A_LINE = 16;
    private static final int SPACE = 0x20;

    static ShownBytes of(byte[] bytes) {
        Optional<String> all = decoded(bytes).filter(ShownBytes::isPlain);
        if (all.isPresent()) {
            boolean whole = all.get().length() <= MOST_TEXT;
            return new ShownBytes(all.filter(text -> whole),
                    whole ? all.get() : all.get().substring(0, MOST_TEXT), true, bytes.length, whole);
        }
        return new ShownBytes(Optional.empty(), hex(Arrays.copyOf(bytes, Math.min(bytes.length, MOST_HEX))), false,
                bytes.length, bytes.length <= MOST_HEX);
    }

    private static Optional<String> decoded(byte[] bytes) {
        try {
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Without control characters: of those only tabs and ends of lines belong in text. */
    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> (c >= SPACE && c != 0x7f) || c == '\t' || c == '\n' || c == '\r');
    }

    private static String hex(byte[] bytes) {
        StringBuilder lines = new StringBuilder();
        for (int from = 0; from < bytes.length; from += BYTES_OF_A_LINE) {
            byte[] line = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + BYTES_OF_A_LINE));
            StringBuilder letters = new StringBuilder();
            for (byte one : line) {
                letters.append(one >= SPACE && one < 0x7f ? (char) one : '.');
            }
            lines.append("%08x  %-48s %s%n".formatted(from, HexFormat.ofDelimiter(" ").formatHex(line), letters));
        }
        return lines.toString();
    }
}
