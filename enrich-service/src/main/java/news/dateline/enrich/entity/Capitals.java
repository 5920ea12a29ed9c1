package news.dateline.enrich.entity;

import java.util.Set;
import news.dateline.contract.TextPart;

/** What capitals tell in a part of an article, and so which rules can be asked there. */
enum Capitals {
    /** English sentences: a word with a capital within them is part of a name. */
    ENGLISH_NAMES,
    /** An English headline with every word in capitals: they tell nothing. */
    ENGLISH_TITLE,
    /** Sentences of another language that writes hardly anything but names with capitals. */
    OTHER_NAMES,
    /** Nothing is known of them. */
    UNTOLD;

    static final String ENGLISH = "en";

    /** Languages that write months, days, peoples and what titles are made of in small letters. */
    private static final Set<String> ONLY_NAMES = Set.of("fr", "es", "it", "pt", "ca", "ro");

    private static final double TITLE_CASE_SHARE = 0.7;
    private static final int SHORTEST_TITLE_WORD = 4;
    private static final int LONGEST_ACRONYM_IN_DOUBT = 3;
    private static final int SHOUTED_WITHIN = 3;

    /** Of a part that begins with these words. */
    static Capitals of(String language, TextPart part, Words words) {
        boolean title = part == TextPart.HEADLINE && isTitleCase(words);
        if (language.equals(ENGLISH)) {
            return title ? ENGLISH_TITLE : ENGLISH_NAMES;
        }
        return !title && ONLY_NAMES.contains(language) ? OTHER_NAMES : UNTOLD;
    }

    private static boolean isTitleCase(Words words) {
        int longer = 0;
        int upper = 0;
        for (int i = 0; i < words.size(); i++) {
            if (words.length(i) >= SHORTEST_TITLE_WORD && !words.isNumber(i)) {
                longer++;
                upper += words.isUpper(i) ? 1 : 0;
            }
        }
        return upper >= longer * TITLE_CASE_SHARE;
    }

    /** In "WHO IS THE BEST" and "JOIN US NOW" the capitals tell nothing. */
    static boolean areShouted(Words words, int at) {
        if (!words.isAllUpper(at) || words.length(at) > LONGEST_ACRONYM_IN_DOUBT) {
            return false;
        }
        int shouted = 0;
        for (int i = Math.max(0, at - SHOUTED_WITHIN); i < Math.min(words.size(), at + SHOUTED_WITHIN + 1); i++) {
            shouted += i != at && words.isAllUpper(i) ? 1 : 0;
        }
        return shouted >= 2;
    }
}
