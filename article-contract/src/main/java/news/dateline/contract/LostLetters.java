package news.dateline.contract;

import java.lang.Character.UnicodeScript;

/**
 * Tells a text that has lost its letters on the way, as some services send what isn't English: of "Компания Hisense выпустила
 * телевизор" is left "Hisense".
 */
public final class LostLetters {
    private LostLetters() {
    }

    /** Whether a headline has mostly letters of another alphabet than the Latin one, and its text none of them. */
    public static boolean in(String headline, String text) {
        return !text.isEmpty() && isMostlyForeign(headline) && text.chars().noneMatch(LostLetters::isForeign);
    }

    private static boolean isMostlyForeign(String headline) {
        long foreign = headline.chars().filter(LostLetters::isForeign).count();
        return foreign > 0 && 2 * foreign > headline.chars().filter(Character::isLetter).count();
    }

    private static boolean isForeign(int c) {
        return c > '\u024F' && Character.isLetter(c) && UnicodeScript.of(c) != UnicodeScript.LATIN;
    }
}
