package news.dateline.contract;

import java.lang.Character.UnicodeScript;

/**
 * Tells a text that has lost its letters on the way, as some services send what isn't English: of "Компания Hisense выпустила
 * телевизор" is left "Hisense".
 */
public final class LostLetters {
    private static final char LAST_LATIN = '\u024F';

    private LostLetters() {
    }

    /** Whether a headline has mostly letters of another alphabet than the Latin one, and its text none of them. */
    public static boolean in(String headline, String text) {
        return !text.isEmpty() && hasForeign(headline) && isMostlyForeign(headline) && !hasForeign(text);
    }

    private static boolean isMostlyForeign(String headline) {
        int foreign = 0;
        int latin = 0;
        for (int i = 0; i < headline.length(); i++) {
            char c = headline.charAt(i);
            if (isForeign(c)) {
                foreign++;
            } else if (Character.isLetter(c)) {
                latin++;
            }
        }
        return foreign > latin;
    }

    private static boolean hasForeign(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isForeign(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isForeign(char c) {
        return c > LAST_LATIN && Character.isLetter(c) && UnicodeScript.of(c) != UnicodeScript.LATIN;
    }
}
