package news.dateline.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.stream.Stream;

/**
 * How a feed is, by its last polls.
 *
 * <p>{@code SILENT} answers well and has had nothing new for long; {@code FAILING} did not give a readable feed last time;
 * {@code MOVED} is polled at another address from now on; {@code GONE} says of itself that it is; {@code LYING} has
 * answered that nothing had changed when something had.
 */
public enum FeedHealth {
    HEALTHY("healthy"),
    SILENT("silent"),
    FAILING("failing"),
    MOVED("moved"),
    GONE("gone"),
    LYING("lying");

    private final String word;

    FeedHealth(String word) {
        this.word = word;
    }

    /** The word as it stands in JSON. */
    @JsonValue
    public String word() {
        return word;
    }

    @JsonCreator
    static FeedHealth read(String word) {
        return Stream.of(values()).filter(health -> health.word.equals(word)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown state of a feed"));
    }
}
