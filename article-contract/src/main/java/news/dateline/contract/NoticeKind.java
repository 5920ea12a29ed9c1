package news.dateline.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.stream.Stream;

/** What a WebSub hub said of a feed: that it has news, that the subscription is confirmed, or that there is none. */
public enum NoticeKind {
    NEWS("news"),
    CONFIRMED("confirmed"),
    DENIED("denied");

    private final String word;

    NoticeKind(String word) {
        this.word = word;
    }

    /** The word as it stands in JSON. */
    @JsonValue
    public String word() {
        return word;
    }

    @JsonCreator
    static NoticeKind read(String word) {
        return Stream.of(values()).filter(kind -> kind.word.equals(word)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown kind of a notice"));
    }
}
