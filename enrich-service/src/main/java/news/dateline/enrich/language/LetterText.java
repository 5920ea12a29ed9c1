package news.dateline.enrich.language;

import java.util.function.Predicate;
import opennlp.tools.util.normalizer.CharSequenceNormalizer;
import opennlp.tools.util.normalizer.ShrinkCharSequenceNormalizer;
import opennlp.tools.util.normalizer.TwitterCharSequenceNormalizer;
import opennlp.tools.util.normalizer.UrlCharSequenceNormalizer;

/**
 * A text as the language model was taught to read it: lower case, without addresses, numbers and what people put into short
 * messages, no letter three times in a row.
 *
 * <p>OpenNLP's normalisers do it with nine patterns, which took longer than the model. What they do to most texts is done
 * here by hand; the others are asked only where a text has a sign that they could match.
 */
final class LetterText {
    private LetterText() {
    }

    static char[] of(String text) {
        String plain = changed(withoutEmoji(text), LetterText::mayHaveAddress,
                UrlCharSequenceNormalizer.getInstance());
        plain = changed(plain, LetterText::mayHaveChat, TwitterCharSequenceNormalizer.getInstance());
        plain = withoutNumbersAndWideBlanks(plain);
        plain = changed(plain, LetterText::mayHaveThreeInARow, ShrinkCharSequenceNormalizer.getInstance());
        return lowerCase(plain.trim());
    }

    private static String changed(String text, Predicate<String> mayChange, CharSequenceNormalizer normalizer) {
        return mayChange.test(text) ? normalizer.normalize(text).toString() : text;
    }

    /**
     * A blank for each run of emoji and hyphens: in the library's pattern two escapes in a row are one character, which leaves
     * a lone hyphen, and so the model was taught.
     */
    private static String withoutEmoji(String text) {
        if (!mayHaveEmoji(text)) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        boolean before = false;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            boolean emoji = c == '-' || (c >= 0xD83C && c <= 0x10FC00);
            if (!emoji) {
                plain.appendCodePoint(c);
            } else if (!before) {
                plain.append(' ');
            }
            before = emoji;
        }
        return plain.toString();
    }

    private static boolean mayHaveEmoji(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '-' || text.charAt(i) >= Character.MIN_SURROGATE) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayHaveAddress(String text) {
        return text.indexOf('@') >= 0 || text.contains("://");
    }

    /** "#news", "@name", "RT ", ":-)" and "haha": the normaliser takes the "xp" of "expect" for a face as well. */
    private static boolean mayHaveChat(String text) {
        for (int i = 0; i < text.length(); i++) {
            boolean may = switch (text.charAt(i)) {
                case '#', '@' -> true;
                case ':', ';', 'x', 'X' -> isOneOf("()-dopDOP", text, i + 1);
                case 'r', 'R' -> isOneOf("tT", text, i + 1) && isOneOf(" :", text, i + 2);
                case 'h', 'j', 'H', 'J' -> isOneOf("aieouAIEOU", text, i - 1) && isOneOf("aieouAIEOU", text, i + 1);
                default -> false;
            };
            if (may) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOneOf(String signs, String text, int at) {
        return at >= 0 && at < text.length() && signs.indexOf(text.charAt(at)) >= 0;
    }

    private static boolean mayHaveThreeInARow(String text) {
        for (int i = 2; i < text.length(); i++) {
            int c = text.charAt(i) | 0x20;
            if (c == (text.charAt(i - 1) | 0x20) && c == (text.charAt(i - 2) | 0x20)) {
                return true;
            }
        }
        return false;
    }

    /** A blank for each number, and for two blanks or more, as two of the library's normalisers have it one after the other. */
    private static String withoutNumbersAndWideBlanks(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int end = i;
            while (end < text.length() && (isDigit(text.charAt(end)) || isBlank(text.charAt(end)))) {
                end++;
            }
            plain.append(end - i > 1 || isDigit(text.charAt(i)) ? ' ' : text.charAt(i));
            i = Math.max(end, i + 1);
        }
        return plain.toString();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private static char[] lowerCase(String text) {
        char[] letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = Character.toLowerCase(letters[i]);
        }
        return letters;
    }
}
