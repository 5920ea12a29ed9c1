package news.dateline.enrich.entity;

/** What stands between a word and the one before it, as a small number. */
final class Gap {
    static final byte BLANK = 0;
    static final byte HYPHEN = 1;
    static final byte DOT = 2;
    static final byte COMMA = 3;
    static final byte OTHER = 4;
    static final byte SENTENCE = 5;

    private Gap() {
    }

    /**
     * What the signs of a text between two offsets are.
     *
     * @param abbreviated whether the word before them is an abbreviation, whose dot ends no sentence
     */
    static byte between(String text, int from, int to, boolean abbreviated) {
        if (to == from) {
            return BLANK;
        }
        if (to - from == 1) {
            char c = text.charAt(from);
            return c == ' ' || c == '\u00A0' ? BLANK : isWithinName(c) ? HYPHEN : of(c);
        }
        if (to - from == 2 && text.charAt(from + 1) == ' ') {
            char c = text.charAt(from);
            if (c == ',') {
                return COMMA;
            }
            if (c == '.') {
                return abbreviated ? DOT : SENTENCE;
            }
        }
        for (int i = from; i < to; i++) {
            if (of(text.charAt(i)) == SENTENCE) {
                return SENTENCE;
            }
        }
        return OTHER;
    }

    private static boolean isWithinName(char c) {
        return c == '-' || c == '\u2010' || c == '\u2011' || Letters.isApostrophe(c);
    }

    private static byte of(char c) {
        return switch (c) {
            case '.', '!', '?', ':', ';', '\n', '“', '"', '…', '•', '|', '(', '[', '—', '–' -> SENTENCE;
            default -> OTHER;
        };
    }
}
