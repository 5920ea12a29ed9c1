package news.dateline.tags;

import java.util.Locale;
import java.util.Set;
import news.dateline.contract.TextPart;

/**
 * Tells from the words beside a mention that it is not what a text is about: what something is compared with, whose it once was,
 * where somebody comes from.
 */
final class InPassing {
    /** "cheaper than the iPhone", "the likes of Google". */
    private static final Set<String> COMPARED_BEFORE = Set.of("than", "unlike", "surpass", "surpasses", "overtake",
            "overtakes", "outstrips", "passes", "likes of", "compared to", "compared with", "alternative to",
            "alternatives to", "rival to", "rivals to", "answer to", "not just", "not only");
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
            "billionaire", "model", "musician", "novelist", "photographer", "pianist", "player", "playmaker",
            "producer",
            "rapper", "rider", "singer", "skipper", "socialite", "songwriter", "spinner", "sprinter", "star", "striker",
            "superstar", "swimmer", "winger", "wrestler", "writer", "youngster");

    /** "King's College London". */
    private static final Set<String> NAMED_AFTER = Set.of("university of", "universities of", "college");

    private static final Set<String> MONTHS = Set.of("jan", "january", "feb", "february", "mar", "march", "apr",
            "april",
            "may", "jun", "june", "jul", "july", "aug", "august", "sep", "sept", "september", "oct", "october", "nov",
            "november", "dec", "december");
    private static final Set<String> AGENCIES = Set.of("ap", "afp", "reuters", "ians", "ani", "pti", "upi", "cnn",
            "xinhua",
            "dpa", "efe", "tass", "aap", "pa", "cp", "bloomberg", "cna", "kyodo", "yonhap");

    private InPassing() {
    }

    static boolean is(String text, TextPart in, int start, int end) {
        return (in != TextPart.HEADLINE && isDateline(text, start, end)) || isAttribute(text, end)
                || COMPARED_BEHIND.contains(wordBehind(text, end))
                || isCompared(text, start) || isFormer(text, start)
                || (isNationality(text, start, end) && KNOWN_PEOPLE.contains(singular(wordBehind(text, end))));
    }

    private static boolean isAttribute(String text, int end) {
        return end < text.length() && isHyphen(text.charAt(end)) && ATTRIBUTE.contains(word(text, end + 1));
    }

    /** "Toronto: …", "Geneva (AFP) …", "New York, May 12 (IANS) …". */
    private static boolean isDateline(String text, int start, int end) {
        if (start > 0 || end + 2 >= text.length()) {
            return false;
        }
        return switch (text.charAt(end)) {
            case ':' -> true;
            case ',' -> MONTHS.contains(word(text, end + 2));
            case ' ' -> text.charAt(end + 1) == '(' && AGENCIES.contains(word(text, end + 2));
            default -> false;
        };
    }

    /** "ex-Google engineer". */
    private static boolean isFormer(String text, int start) {
        return start > 2 && isHyphen(text.charAt(start - 1)) && wordBefore(text, start - 1).equals("ex");
    }

    private static boolean isCompared(String text, int start) {
        String before = wordBefore(text, start);
        int at = start - 1 - before.length();
        if ((before.equals("the") || before.equals("a") || before.equals("an")) && at > 0) {
            before = wordBefore(text, at);
            at -= 1 + before.length();
        }
        String two = at > 0 ? wordBefore(text, at) + " " + before : "";
        return COMPARED_BEFORE.contains(before) || COMPARED_BEFORE.contains(two) || NAMED_AFTER.contains(before)
                || NAMED_AFTER.contains(two);
    }

    private static boolean isNationality(String text, int start, int end) {
        return endsWith(text, start, end, "ian") || endsWith(text, start, end, "ean")
                || endsWith(text, start, end, "ican") || endsWith(text, start, end, "ese")
                || endsWith(text, start, end, "ish") || endsWith(text, start, end, "French")
                || endsWith(text, start, end, "German") || endsWith(text, start, end, "Dutch")
                || endsWith(text, start, end, "Greek") || endsWith(text, start, end, "Swiss")
                || endsWith(text, start, end, "Welsh") || endsWith(text, start, end, "ani")
                || endsWith(text, start, end, "eli") || endsWith(text, start, end, "Thai");
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
