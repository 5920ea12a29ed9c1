package news.dateline.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.stream.Stream;

/** Where an article's language comes from. */
public enum LanguageOrigin {
    /** Its own words tell it, whatever the publisher declares. */
    DETECTED("detected"),
    /** Its words are too few or in two languages; the publisher declares one. */
    DECLARED("declared"),
    /** Neither the words nor the publisher tell it. */
    UNKNOWN("unknown");

    private final String word;

    LanguageOrigin(String word) {
        this.word = word;
    }

    /** The word as it stands in JSON. */
    @JsonValue
    public String word() {
        return word;
    }

    @JsonCreator
    static LanguageOrigin read(String word) {
        return Stream.of(values()).filter(origin -> origin.word.equals(word)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown language origin"));
    }
}
