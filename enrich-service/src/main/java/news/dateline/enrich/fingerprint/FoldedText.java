package news.dateline.enrich.fingerprint;

import java.nio.CharBuffer;
import java.text.Normalizer;

/** A text as its words alone: NFKC, lower case, one blank between words, no punctuation; read once. */
record FoldedText(CharBuffer text, int codePoints) {

    /** No script stacks more marks on a letter; longer runs take a normaliser time that grows with their square. */
    private static final int MOST_MARKS_IN_A_ROW = 30;

    private static final int ASCII = 0x80;
    /** Neither is part of a word, so no folded sign. */
    private static final int NOTHING = 0;
    private static final int GAP = ' ';
    private static final char[] ASCII_FOLD = asciiFold();

    static FoldedText of(String raw) {
        String nfkc = isPlain(raw) ? raw : Normalizer.normalize(withoutMarkFloods(raw), Normalizer.Form.NFKC);
        // A sign takes no more room folded, and a blank that of what it stands for.
        char[] folded = new char[nfkc.length()];
        int size = 0;
        int count = 0;
        boolean gap = false;
        int i = 0;
        while (i < nfkc.length()) {
            int c = nfkc.charAt(i);
            if (c < ASCII) {
                c = ASCII_FOLD[c];
                i++;
            } else {
                int whole = nfkc.codePointAt(i);
                c = folded(whole);
                i += Character.charCount(whole);
            }
            if (c == NOTHING) {
                continue;
            }
            if (c == GAP) {
                gap = true;
                continue;
            }
            if (gap && size > 0) {
                folded[size++] = ' ';
                count++;
            }
            gap = false;
            size += Character.toChars(c, folded, size);
            count++;
        }
        return new FoldedText(CharBuffer.wrap(folded, 0, size), count);
    }

    private static int folded(int c) {
        if (!belongsToWord(c)) {
            // An apostrophe within a word goes without a trace: its forms, and its loss, are no other text.
            return isApostropheOrInvisible(c) ? NOTHING : GAP;
        }
        // By way of upper case, so that a final sigma folds like any other.
        return Character.toLowerCase(Character.toUpperCase(c));
    }

    private static char[] asciiFold() {
        char[] fold = new char[ASCII];
        for (int c = 0; c < ASCII; c++) {
            fold[c] = (char) folded(c);
        }
        return fold;
    }

    boolean isEmpty() {
        return codePoints == 0;
    }

    /**
     * Whether NFKC changes nothing that stays after folding: ASCII, accented Latin-1 letters, and the blanks, dashes
     * and quotes of typography, which go anyway. Most news is that, and asking is far cheaper than normalising.
     */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c < 0x80
                    || c == 0xA0
                    || (c >= 0xC0 && c <= 0xFF)
                    || (c >= 0x2010 && c <= 0x2016)
                    || (c >= 0x2018 && c <= 0x2026);
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    private static String withoutMarkFloods(String text) {
        StringBuilder kept = null;
        int marks = 0;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            marks = isMark(c) ? marks + 1 : 0;
            if (marks > MOST_MARKS_IN_A_ROW && kept == null) {
                kept = new StringBuilder(text.length()).append(text, 0, i);
            }
            if (marks <= MOST_MARKS_IN_A_ROW && kept != null) {
                kept.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        return kept == null ? text : kept.toString();
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private static boolean belongsToWord(int c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '$' || c == '%';
        }
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                // Signs that carry a meaning of their own: $5 is not £5, and 5 is not 5 %.
                || type == Character.CURRENCY_SYMBOL
                || type == Character.OTHER_SYMBOL;
    }

    private static boolean isApostropheOrInvisible(int c) {
        return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC || c == '`' || c == 0xB4
                || Character.getType(c) == Character.FORMAT;
    }
}
