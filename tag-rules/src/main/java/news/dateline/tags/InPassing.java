package news.dateline.tags;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.dateline.contract.TextPart;

/**
 * Tells from the words beside a mention that it is not what a text is about: what something is compared with, whose it once was,
 * where somebody comes from.
 */
final class InPassing {
    /** "cheaper than the iPhone", "the likes of Google". */
    private static final Set<String> COMPARED_BEFORE = Set.of("than", "unlike", "surpass", "surpasses", "overtake",
            "overtakes", "overtook", "outstrips", "pass", "passes", "surpassed", "eclipses", "eclipsed",
            "eclipsed even", "likes of", "compared to", "compared with", "alternative to",
            "alternatives to", "rival to", "rivals to", "answer to", "not just", "not only");
    /** "New York tourist": of wherever. */
    private static final Set<String> ORIGIN_BEHIND = Set.of("tourist", "tourists", "native", "natives", "expat",
            "expats");
    private static final Set<String> TIME_BEFORE = Set.of("ex", "pre", "post");
    private static final Set<String> COMPARED_BEHIND = Set.of("rival", "rivals", "killer", "clone", "clones", "copycat",
            "copycats", "alternative", "alternatives", "lookalike", "lookalikes", "competitor", "competitors");

    /** "Amazon-owned", "China-based", "Obama-era". */
    private static final Set<String> ATTRIBUTE = Set.of("owned", "based", "born", "themed", "inspired", "era", "backed",
            "origin", "educated", "trained");

    /** Known for what they do, wherever they come from; where a man or a child is of a nation, the story often takes place. */
    private static final Set<String> KNOWN_PEOPLE = Set.of("actor", "actress", "artist", "author", "band", "batsman",
            "bowler", "boxer", "captain", "chef", "coach", "comedian", "composer", "cricketer", "dancer", "defender",
            "designer", "director", "driver", "duo", "fighter", "filmmaker", "footballer", "forward", "golfer",
            "goalkeeper", "heiress", "international", "keeper", "legend", "manager", "midfielder", "millionaire",
            "billionaire", "model", "national", "musician", "novelist", "photographer", "pianist", "player",
            "playmaker",
            "producer",
            "rapper", "rider", "singer", "skipper", "socialite", "songwriter", "spinner", "sprinter", "star", "striker",
            "superstar", "swimmer", "tv", "winger", "wrestler", "writer", "youngster", "актер", "актёр", "актера",
            "актриса", "актрисе", "актрисы", "актрису", "боец", "бойца", "боксер", "звезда", "звезды", "модель",
            "модели",
            "певец", "певца", "чемпион", "чемпиона", "чемпионка", "певцу", "певица", "певице", "певицы", "певицу",
            "супермодель", "телеведущая",
            "телеведущей", "телеведущий", "телеведущего", "теннисист", "теннисистка", "тренер", "тренера", "фигуристка",
            "футболист", "футболиста", "хоккеист", "хоккеиста", "шоумен", "режиссер");

    /** "King's College London". */
    private static final Set<String> NAMED_AFTER = Set.of("university of", "universities of", "college");

    private static final Set<String> MONTHS = Set.of("jan", "january", "feb", "february", "mar", "march", "apr",
            "april",
            "may", "jun", "june", "jul", "july", "aug", "august", "sep", "sept", "september", "oct", "october", "nov",
            "november", "dec", "december");
    private static final Set<String> AGENCIES = Set.of("ap", "afp", "reuters", "ians", "ani", "pti", "upi", "cnn",
            "xinhua",
            "dpa", "efe", "tass", "aap", "pa", "cp", "bloomberg", "cna", "kyodo", "yonhap");

    /** Most words that stand before a mention are none of these, and need not be looked at with the one before. */
    private static final Set<String> LAST_OF_TWO = Stream.of(COMPARED_BEFORE, NAMED_AFTER).flatMap(Set::stream)
            .filter(words -> words.indexOf(' ') > 0).map(words -> words.substring(words.indexOf(' ') + 1))
            .collect(Collectors.toUnmodifiableSet());

    private static final int CALL_SIGN = 4;
    private static final int LONGEST_CITY = 30;

    private InPassing() {
    }

    static boolean is(String text, TextPart in, int start, int end) {
        if ((in != TextPart.HEADLINE && isDateline(text, start, end)) || isAttribute(text, end)) {
            return true;
        }
        String behind = wordBehind(text, end);
        String before = wordBefore(text, start);
        return COMPARED_BEHIND.contains(behind) || ORIGIN_BEHIND.contains(behind) || isCompared(text, start, before)
                || isFormer(text, start, before) || isOrigin(text, start, before)
                || (isNationality(text, start, end) && KNOWN_PEOPLE.contains(singular(behindAge(text, end, behind))));
    }

    /** "Российская 48-летняя певица": the word behind somebody's age; without one, that behind. */
    private static String behindAge(String text, int end, String behind) {
        if (!behind.isEmpty() || end + 1 >= text.length() || !Character.isDigit(text.charAt(end + 1))) {
            return behind;
        }
        int blank = text.indexOf(' ', end + 1);
        return blank < 0 ? "" : wordBehind(text, blank);
    }

    private static boolean isAttribute(String text, int end) {
        return end < text.length() && isHyphen(text.charAt(end)) && ATTRIBUTE.contains(word(text, end + 1));
    }

    /** "Toronto: …", "Ottawa, Canada: …", "Geneva (AFP) …", "New York, May 12 (IANS) …". */
    private static boolean isDateline(String text, int start, int end) {
        if (end + 2 >= text.length()) {
            return false;
        }
        if (start > 0) {
            return start <= LONGEST_CITY && text.charAt(end) == ':' && text.startsWith(", ", start - 2)
                    && isName(text, start - 2);
        }
        return switch (text.charAt(end)) {
            case ':' -> true;
            case ',' -> MONTHS.contains(word(text, end + 2)) || isCountryAndColon(text, end + 2);
            case ' ' -> text.charAt(end + 1) == '('
                    && (AGENCIES.contains(word(text, end + 2)) || isBroadcaster(text, end + 2));
            default -> false;
        };
    }

    private static boolean isCountryAndColon(String text, int start) {
        int colon = text.indexOf(':', start);
        return colon > start && colon - start <= LONGEST_CITY && isName(text.substring(start, colon), colon - start);
    }

    /** Whether a text up to an offset is of capitalised words alone. */
    private static boolean isName(String text, int end) {
        for (int i = 0; i < end; i++) {
            boolean first = i == 0 || text.charAt(i - 1) == ' ';
            if (first ? !Character.isUpperCase(text.charAt(i)) : !isOfName(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfName(char c) {
        return Character.isLetter(c) || c == ' ' || c == '-' || c == '.' || c == '\'';
    }

    /** "AUGUSTA (WGME)": the call signs of the United States have four letters, W or K first. */
    private static boolean isBroadcaster(String text, int start) {
        return start + CALL_SIGN < text.length() && "WK".indexOf(text.charAt(start)) >= 0
                && text.charAt(start + CALL_SIGN) == ')'
                && text.substring(start, start + CALL_SIGN).chars().allMatch(Character::isUpperCase);
    }

    /** "ex-Google engineer", "former Trump aide", "pre-pandemic". */
    private static boolean isFormer(String text, int start, String before) {
        return (start > 0 && isHyphen(text.charAt(start - 1)))
                ? TIME_BEFORE.contains(wordBefore(text, start - 1))
                : before.equals("former");
    }

    /** "a tourist from New York". */
    private static boolean isOrigin(String text, int start, String before) {
        return before.equals("from") && isWhoever(wordBefore(text, start - " from".length()));
    }

    private static boolean isWhoever(String word) {
        return ORIGIN_BEHIND.contains(word) || KNOWN_PEOPLE.contains(singular(word));
    }

    private static boolean isCompared(String text, int start, String wordBefore) {
        String before = wordBefore;
        int at = start - 1 - before.length();
        if (before.equals("and") && at > 0) {
            // "surpasses Spain and Italy"
            at -= 1 + wordBefore(text, at).length();
            before = wordBefore(text, at);
            at -= 1 + before.length();
        }
        if ((before.equals("the") || before.equals("a") || before.equals("an")) && at > 0) {
            before = wordBefore(text, at);
            at -= 1 + before.length();
        }
        if (COMPARED_BEFORE.contains(before) || NAMED_AFTER.contains(before)) {
            return true;
        }
        if (at <= 0 || !LAST_OF_TWO.contains(before)) {
            return false;
        }
        String two = wordBefore(text, at) + " " + before;
        return COMPARED_BEFORE.contains(two) || NAMED_AFTER.contains(two);
    }

    private static boolean isNationality(String text, int start, int end) {
        return endsWith(text, start, end, "ian") || endsWith(text, start, end, "ean")
                || endsWith(text, start, end, "ican") || endsWith(text, start, end, "ese")
                || endsWith(text, start, end, "ish") || endsWith(text, start, end, "French")
                || endsWith(text, start, end, "German") || endsWith(text, start, end, "Dutch")
                || endsWith(text, start, end, "Greek") || endsWith(text, start, end, "Swiss")
                || endsWith(text, start, end, "Welsh") || endsWith(text, start, end, "ani")
                || endsWith(text, start, end, "eli") || endsWith(text, start, end, "Thai")
                || isRussianAdjective(text, start, end);
    }

    /** "российская певица". */
    private static boolean isRussianAdjective(String text, int start, int end) {
        return endsWith(text, start, end, "ский") || endsWith(text, start, end, "ская")
                || endsWith(text, start, end, "ского") || endsWith(text, start, end, "ской")
                || endsWith(text, start, end, "скому") || endsWith(text, start, end, "скую");
    }

    private static boolean endsWith(String text, int start, int end, String ending) {
        return end - start >= ending.length() && text.startsWith(ending, end - ending.length());
    }

    private static String singular(String word) {
        return word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
    }

    private static boolean isHyphen(char c) {
        return c == '-' || c == '‑';
    }

    /** The word that stands behind one blank, in lower case; empty where there is none. */
    private static String wordBehind(String text, int end) {
        return end + 1 < text.length() && text.charAt(end) == ' ' ? word(text, end + 1) : "";
    }

    private static String word(String text, int from) {
        int end = from;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(from, end).toLowerCase(Locale.ROOT);
    }

    /** The word that ends right before a place, or before one sign in between, in lower case. */
    private static String wordBefore(String text, int start) {
        int end = start > 0 && text.charAt(start - 1) == ' ' ? start - 1 : start;
        int from = end;
        while (from > 0 && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        return text.substring(from, end).toLowerCase(Locale.ROOT);
    }
}
