package news.dateline.contract;

/**
 * Words of an article that speak for a label.
 *
 * @param words  as they stand in headline or body
 * @param weight what they add to the label's log odds
 */
public record Evidence(String words, double weight) {
    public Evidence {
        words = Absent.requiredText(words, "words");
        if (!Double.isFinite(weight)) {
            throw new IllegalArgumentException("weight must be finite");
        }
    }
}
