package news.dateline.enrich.section;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** English words that stand in articles about anything: they may count for a section, but explain nothing. */
final class SmallWords {
    private static final Set<String> WORDS = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private static final int LONGEST = 12;

    static {
        WORDS.addAll(Arrays.asList(("a about above according across after again against ago all along already also "
                + "although always am among an and announced another any anyone anything are around as asked at away "
                + "back be became because become been before began behind being below best better between big both "
                + "but by called came can cannot come comes coming could d day days did do does doing don done down "
                + "during each early either else end enough even ever every far few first following for former found "
                + "four from full further gave get gets getting give given go goes going gone good got great had has "
                + "have having he her here him himself his how however i if in including into is it its itself just "
                + "keep know known last late later latest least less let like likely little ll long look made make "
                + "makes making many may me might million mon more most much must my near need never new news next no "
                + "nor not nothing now of off old on once one only onto or other others our out over own part people "
                + "per perhaps place plan plans put re really recent recently report reported reports revealed right "
                + "s said same saw say saying says see seen several shared she should show shows since six so some "
                + "something soon still such t take taken takes taking tell than that the their them then there these "
                + "they thing things think this those though three through time times to today together told tomorrow "
                + "too took toward towards tuesday monday wednesday thursday friday saturday sunday two under until "
                + "up upon us use used using ve very via want was way ways we week weekend weeks well went were what "
                + "when where whether which while who whole whom whose why will with within without work would wrote "
                + "year years yes yesterday yet you your image copyright caption photo file video read getty images "
                + "reuters ap afp pti ani").split(" ", -1)));
    }

    private SmallWords() {
    }

    /** Whether a stretch of text has no word but small ones and numbers. */
    static boolean areAll(String text, int start, int end) {
        int at = start;
        while (at < end) {
            int from = at;
            while (at < end && isOfWord(text.charAt(at))) {
                at++;
            }
            if (at > from && !isSmall(text, from, at)) {
                return false;
            }
            at++;
        }
        return true;
    }

    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    }

    private static boolean isSmall(String text, int from, int to) {
        return to - from <= LONGEST
                && (text.substring(from, to).chars().allMatch(Character::isDigit)
                        || WORDS.contains(text.substring(from, to)));
    }
}
