package news.dateline.contract;

import java.util.stream.Stream;

/** Why an article can never be taken: a permanent failure, never one that passes by waiting. */
public enum RejectionReason {
    NOT_UTF8("not-utf-8"),
    NOT_JSON("not-json"),
    INVALID_FIELD("invalid-field"),
    NO_TEXT("no-text"),
    TOO_LARGE("too-large"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type"),
    NOT_AN_ARTICLE("not-an-article"),
    NOT_ENRICHABLE("not-enrichable"),
    NOT_STORABLE("not-storable");

    private final String word;

    RejectionReason(String word) {
        this.word = word;
    }

    /** The word that stands in headers and metrics. */
    public String word() {
        return word;
    }

    /** The reason with that word. */
    public static RejectionReason ofWord(String word) {
        return Stream.of(values()).filter(reason -> reason.word.equals(word)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown rejection reason '" + word + "'"));
    }
}
