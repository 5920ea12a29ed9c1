package news.dateline.tags;

/**
 * What the signs of a text mean for where words begin and end: the part of Unicode's rules (UAX #29) that Latin and Cyrillic
 * news needs.
 */
final class WordSigns {
    /** Of another script, or with rules of its own. */
    static final int UNKNOWN = 0;
    /** Of no word, whatever stands beside it. */
    static final int BREAK = 1;
    static final int LETTER = 2;
    static final int DIGIT = 3;
    /** Between two letters part of a word, as the colon. */
    static final int BETWEEN_LETTERS = 4;
    /** Between two digits, as the comma. */
    static final int BETWEEN_DIGITS = 5;
    /** Between two of either, as dot and apostrophe. */
    static final int BETWEEN = 6;

    /** Signs below it have their place in a table. */
    static final int KNOWN = 0x530;
    private static final byte[] TABLE = table();

    private WordSigns() {
    }

    static int of(char c) {
        return c < KNOWN ? TABLE[c] : other(c);
    }

    static boolean isOfWord(int sign) {
        return sign == LETTER || sign == DIGIT;
    }

    /** Whether a sign makes one word of what stands before and behind it. */
    static boolean joins(int before, int sign, int behind) {
        return before == behind
                && ((before == LETTER && sign != BETWEEN_DIGITS) || (before == DIGIT && sign != BETWEEN_LETTERS));
    }

    private static int other(char c) {
        return switch (c) {
            case '–', '—', '“', '”', '„', '…', '•', '€' -> BREAK;
            case '‘', '’' -> BETWEEN;
            default -> UNKNOWN;
        };
    }

    private static byte[] table() {
        byte[] table = new byte[KNOWN];
        for (char c = 0; c < KNOWN; c++) {
            table[c] = (byte) first(c);
        }
        return table;
    }

    private static int first(char c) {
        if (c < 128) {
            return switch (c) {
                case '_' -> UNKNOWN;
                case ':' -> BETWEEN_LETTERS;
                case ',', ';' -> BETWEEN_DIGITS;
                case '.', '\'' -> BETWEEN;
                default -> Character.isLetter(c) ? LETTER : Character.isDigit(c) ? DIGIT : BREAK;
            };
        }
        boolean latin = c >= 'À' && c <= '\u024F' && c != '×' && c != '÷';
        boolean cyrillic = c >= '\u0400' && c != '\u0482' && !(c >= '\u0483' && c <= '\u0489');
        return latin || cyrillic ? LETTER : "\u00A0«»£".indexOf(c) >= 0 ? BREAK : UNKNOWN;
    }
}
