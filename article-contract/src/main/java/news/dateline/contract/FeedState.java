package news.dateline.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.stream.Stream;

/** Whether a feed is to be polled. */
public enum FeedState {
    ACTIVE("active"),
    PAUSED("paused");

    private final String word;

    FeedState(String word) {
        this.word = word;
    }

    /** The word as it stands in JSON. */
    @JsonValue
    public String word() {
        return word;
    }

    @JsonCreator
    static FeedState read(String word) {
        return Stream.of(values()).filter(state -> state.word.equals(word)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("state must be active or paused"));
    }
}
