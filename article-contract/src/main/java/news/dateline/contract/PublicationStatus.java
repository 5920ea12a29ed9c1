package news.dateline.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether an article may be used: IPTC's {@code pubStatus}.
 *
 * <p>{@code WITHHELD} takes an article's text down until a later usable revision; {@code CANCELED} takes it down for
 * good.
 */
public enum PublicationStatus {
    USABLE("usable"),
    WITHHELD("withheld"),
    CANCELED("canceled");

    private final String word;

    PublicationStatus(String word) {
        this.word = word;
    }

    /** IPTC's word, as it stands in JSON. */
    @JsonValue
    public String word() {
        return word;
    }

    /** The status with that word. */
    public static Optional<PublicationStatus> ofWord(String word) {
        return Stream.of(values()).filter(status -> status.word.equals(word)).findFirst();
    }

    @JsonCreator
    static PublicationStatus read(String word) {
        return ofWord(word).orElseThrow(() -> new IllegalArgumentException("status must be one of " + words()));
    }

    /** All words, for messages. */
    public static String words() {
        return String.join(", ", Stream.of(values()).map(PublicationStatus::word).toList());
    }
}
