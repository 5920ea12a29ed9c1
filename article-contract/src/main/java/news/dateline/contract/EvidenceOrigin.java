package news.dateline.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.stream.Stream;

/** Where evidence for a section comes from that is not in the article's own words. */
public enum EvidenceOrigin {
    /** How this publisher usually files such articles. */
    PUBLISHER("publisher"),
    /** What the publisher declared of this article. */
    DECLARED("declared");

    private final String word;

    EvidenceOrigin(String word) {
        this.word = word;
    }

    /** The word as it stands in JSON. */
    @JsonValue
    public String word() {
        return word;
    }

    @JsonCreator
    static EvidenceOrigin read(String word) {
        return Stream.of(values()).filter(origin -> origin.word.equals(word)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown origin of evidence"));
    }
}
