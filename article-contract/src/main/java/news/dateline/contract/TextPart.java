package news.dateline.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.stream.Stream;

/** The text of an enriched article that an offset counts in; the summary is read only where there is no body. */
public enum TextPart {
    HEADLINE("headline"),
    SUMMARY("summary"),
    BODY("body");

    private final String word;

    TextPart(String word) {
        this.word = word;
    }

    /** The word as it stands in JSON. */
    @JsonValue
    public String word() {
        return word;
    }

    @JsonCreator
    static TextPart read(String word) {
        return Stream.of(values()).filter(part -> part.word.equals(word)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown part of the text"));
    }
}
