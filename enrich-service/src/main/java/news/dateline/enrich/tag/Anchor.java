package news.dateline.enrich.tag;

import java.util.List;
import java.util.Set;

/**
 * A word that a rule looks for.
 *
 * <p>Each rule has some of its words as anchors: an article that the rule matches has at least one of them, so the rule
 * need not be run on an article that has none. Of words that must all be there, the one that is likely to be the rarest
 * is the anchor.
 *
 * @param text   as the field's words are read
 * @param prefix whether longer words will do
 */
record Anchor(String field, String text, boolean prefix) {
    /** Words that most articles have; anything is rarer. */
    private static final Set<String> COMMON = Set.of("about", "after", "against", "also", "before", "could", "first",
            "from", "government", "have", "minister", "more", "national", "news", "over", "people", "president", "said",
            "says", "state", "states", "that", "their", "there", "they", "united", "were", "which", "will", "with",
            "world", "would", "year");
    private static final int COMMON_COST = 1_000;
    private static final int WHOLE_VALUE_COST = 100_000;

    static int cost(List<Anchor> anchors) {
        return anchors.stream().mapToInt(Anchor::cost).sum();
    }

    /** Long words are rare, and almost every article has the value of a field that is one value. */
    int cost() {
        if (ArticleFields.WHOLE.contains(field)) {
            return WHOLE_VALUE_COST;
        }
        int length = COMMON_COST / (1 + text.length() * text.length());
        return length + (COMMON.contains(text) || prefix ? COMMON_COST : 0);
    }
}
