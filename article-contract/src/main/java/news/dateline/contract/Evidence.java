package news.dateline.contract;

import java.util.Optional;

/**
 * What speaks for a label.
 *
 * @param words  as they stand in headline or body; of a publisher its site, of a declared section its name
 * @param weight what they add to the label's log odds
 * @param origin where it comes from, if not from the article's own words
 */
public record Evidence(String words, double weight, Optional<EvidenceOrigin> origin) {
    public Evidence {
        words = Absent.requiredText(words, "words");
        if (!Double.isFinite(weight)) {
            throw new IllegalArgumentException("weight must be finite");
        }
        origin = Absent.value(origin);
    }

    /** Words of the article. */
    public Evidence(String words, double weight) {
        this(words, weight, Optional.empty());
    }
}
