package news.dateline.enrich.clean;

/** A paragraph of a page with its neighbours, as the rules look at it; a neighbour that is absent is empty. */
record Paragraph(String text, String lower, String before, String after) {

    /** What a page puts around an article is short; a longer paragraph is no rule's business. */
    private static final int LONGEST_JUDGED = 1_500;

    Paragraph(String text, String before, String after) {
        this(text, text.length() > LONGEST_JUDGED ? "" : lower(text), before, after);
    }

    boolean isJudged() {
        return !lower.isEmpty();
    }

    boolean isShorterThan(int chars) {
        return text.length() < chars;
    }

    boolean startsWithAny(Beginnings beginnings) {
        return beginnings.areAt(lower);
    }

    boolean containsAny(Iterable<String> lowerCaseParts) {
        for (String part : lowerCaseParts) {
            if (lower.contains(part)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it ends as a sentence does, closing quotes and brackets aside. */
    boolean isSentence() {
        return Headlines.isSentence(text);
    }

    /** In lower case, letter by letter, with plain apostrophes and blanks. */
    static String lower(String text) {
        char[] letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            char c = letters[i];
            if (c >= 128) {
                letters[i] = lowerBeyondAscii(c);
            } else if (c >= 'A' && c <= 'Z') {
                letters[i] = (char) (c | 0x20);
            }
        }
        return new String(letters);
    }

    private static char lowerBeyondAscii(char c) {
        return switch (c) {
            case '\u2019', '\u2018' -> '\'';
            case '\u00A0' -> ' ';
            default -> Character.toLowerCase(c);
        };
    }
}
