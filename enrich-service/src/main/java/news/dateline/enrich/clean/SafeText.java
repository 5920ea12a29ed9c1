package news.dateline.enrich.clean;

/** Text without what no store and no JSON parser takes: control characters and halves of surrogate pairs. */
final class SafeText {
    private static final char REPLACEMENT = '\uFFFD';

    private SafeText() {
    }

    /** The text with one line feed for every form of line end, and without what cannot be stored. */
    static String of(String text) {
        return isSafe(text) ? text : madeSafe(text);
    }

    /** Nearly every text is; looking takes a tenth of making a new one. */
    private static boolean isSafe(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = (c >= ' ' && c < 0x7F) || c == '\n' || (c >= 0xA0 && c < 0x2028)
                    || (c > 0x2029 && c < 0xD800);
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    private static String madeSafe(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\r') {
                if (i >= text.length() || text.charAt(i) != '\n') {
                    safe.append('\n');
                }
            } else if (isLineEnd(c)) {
                safe.append('\n');
            } else if (c == '\t') {
                safe.append(' ');
            } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                safe.append(REPLACEMENT);
            } else if (!Character.isISOControl(c) && c != '\uFEFF') {
                safe.appendCodePoint(c);
            }
        }
        return safe.toString();
    }

    /** Strips blanks at both ends, the non-breaking and the invisible ones as well. */
    static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    static boolean isBlank(char c) {
        if (c > ' ' && c < 0x7F) {
            return false;
        }
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\u2060';
    }

    private static boolean isLineEnd(int c) {
        return c == '\n' || c == '\u000B' || c == '\f' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }
}
