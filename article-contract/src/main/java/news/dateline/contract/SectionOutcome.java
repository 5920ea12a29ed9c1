package news.dateline.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.stream.Stream;

/** Why an article has the sections that it has, or has none. */
public enum SectionOutcome {
    /** At least one section reached its threshold. */
    LABELLED("labelled"),
    /** The model knows the language, and no section reached its threshold. */
    NONE_FITS("none-fits"),
    /** The article is in no language that the model knows. */
    LANGUAGE_NOT_KNOWN("language-not-known");

    private final String word;

    SectionOutcome(String word) {
        this.word = word;
    }

    /** The word as it stands in JSON. */
    @JsonValue
    public String word() {
        return word;
    }

    @JsonCreator
    static SectionOutcome read(String word) {
        return Stream.of(values()).filter(outcome -> outcome.word.equals(word)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown section outcome"));
    }
}
