package news.dateline.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.stream.Stream;

/** What an operator did with a rejected article. */
public enum RejectedActKind {
    /** Its bytes were written once more as they were. */
    REPLAYED("replayed"),
    /** Other bytes were written in its place. */
    EDITED("edited"),
    /** It is to stay rejected. */
    DISCARDED("discarded");

    private final String word;

    RejectedActKind(String word) {
        this.word = word;
    }

    /** The word as it stands in JSON. */
    @JsonValue
    public String word() {
        return word;
    }

    @JsonCreator
    static RejectedActKind read(String word) {
        return Stream.of(values()).filter(kind -> kind.word.equals(word)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("act must be replayed, edited or discarded"));
    }
}
