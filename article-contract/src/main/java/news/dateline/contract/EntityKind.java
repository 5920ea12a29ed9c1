package news.dateline.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.stream.Stream;

/** What an entity is. */
public enum EntityKind {
    PERSON("person"),
    ORGANISATION("organisation"),
    PLACE("place");

    private final String word;

    EntityKind(String word) {
        this.word = word;
    }

    /** The word as it stands in JSON. */
    @JsonValue
    public String word() {
        return word;
    }

    @JsonCreator
    static EntityKind read(String word) {
        return Stream.of(values()).filter(kind -> kind.word.equals(word)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown kind of entity"));
    }
}
