package news.dateline.enrich.entity;

/** Which signs are parts of words; asked of every sign of a text. */
final class Letters {
    static final int PART = 1;
    static final int LETTER = 2;
    static final int LOWER = 4;

    private static final byte[] ASCII = ascii();

    private Letters() {
    }

    /** What a sign is within a word; 0 where it is none of a word. */
    static int sign(char c) {
        return c < ASCII.length ? ASCII[c] : other(c);
    }

    static boolean isPart(char c) {
        return sign(c) != 0;
    }

    static boolean isApostrophe(char c) {
        return c == '\'' || c == '’';
    }

    private static int other(char c) {
        int type = Character.getType(c);
        boolean part = Character.isLetterOrDigit(c) || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
        return part ? PART | LETTER | (Character.isLowerCase(c) ? LOWER : 0) : 0;
    }

    private static byte[] ascii() {
        byte[] signs = new byte[128];
        for (char c = 0; c < signs.length; c++) {
            int sign = other(c);
            signs[c] = (byte) (Character.isDigit(c) ? sign & ~LETTER : sign);
        }
        return signs;
    }
}
