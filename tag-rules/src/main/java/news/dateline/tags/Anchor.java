package news.dateline.tags;

import java.util.List;
import java.util.Set;

/**
 * A word that a rule looks for, or two in a row.
 *
 * <p>Each rule has some of its words as anchors: an article that the rule matches has at least one of them, so the rule
 * need not be run on an article that has none. Of words that must all be there, the one that is likely to be the rarest
 * is the anchor.
 *
 * @param text   as the field's words are read
 * @param prefix whether longer words will do
 * @param key    field and text as a number
 * @param before key of the word right before it; 0 where any will do
 */
record Anchor(String field, String text, boolean prefix, long key, long before) {
    /** Words that most articles have; anything is rarer. */
    private static final Set<String> COMMON = Set.of(
            "a", "about", "after", "again", "against", "all", "also", "and", "any", "are", "as", "at", "back", "be",
            "been", "before", "best", "big", "but", "by", "can", "case", "cases", "coronavirus", "could", "country",
            "covid", "day", "days", "down", "first", "for", "free", "from", "full", "game", "get", "global", "good",
            "government", "group", "had", "has", "have", "he", "health", "her", "here", "high", "his", "home", "house",
            "how", "in", "into", "is", "it", "its", "last", "latest", "league", "life", "like", "live", "local", "long",
            "made", "make", "man", "many", "may", "minister", "more", "most", "music", "national", "new", "news",
            "next", "no", "not", "now", "of", "off", "office", "on", "one", "open", "or", "our", "out", "over",
            "pandemic", "people", "plan", "play", "player", "police", "president", "public", "report", "said", "say",
            "says", "season", "series", "she", "show", "since", "so", "some", "star", "state", "states", "still",
            "team", "test", "than", "that", "the", "their", "them", "there", "they", "this", "time", "to", "top", "two",
            "uk", "under", "united", "up", "update", "us", "video", "virus", "was", "watch", "we", "week", "were",
            "what", "when", "where", "which", "who", "will", "win", "with", "woman", "women", "work", "workers",
            "world", "would", "year", "years", "you", "your");
    private static final int RARER_AS_A_PAIR = 10;
    private static final int COMMON_COST = 1_000;
    private static final int WHOLE_VALUE_COST = 100_000;

    Anchor(String field, String text, boolean prefix) {
        this(field, text, prefix, WordKey.in(field, WordKey.of(text.toCharArray(), text.length())), 0);
    }

    static long[] keys(List<Anchor> words) {
        return words.stream().mapToLong(Anchor::key).toArray();
    }

    /** This word right behind another. */
    Anchor behind(Anchor other) {
        return new Anchor(field, text, prefix, key, other.key);
    }

    boolean isPair() {
        return before != 0;
    }

    /**
     * How often articles are likely to have the word, as a mere order.
     *
     * <p>Long words are rare; what many rules look for is frequent; and almost every article has the value of a field that is
     * one value.
     */
    int cost() {
        if (ArticleFields.WHOLE.contains(field)) {
            return WHOLE_VALUE_COST;
        }
        int length = COMMON_COST / (1 + text.length() * text.length());
        return (length + (prefix || isCommon() ? COMMON_COST : 0)) / (isPair() ? RARER_AS_A_PAIR : 1);
    }

    /** At the beginning of a sentence as well; WHO is not who. */
    private boolean isCommon() {
        return COMMON.contains(text) || (!text.isEmpty()
                && COMMON.contains(Character.toLowerCase(text.charAt(0)) + text.substring(1)));
    }
}
