package news.dateline.ingest.feed;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/**
 * A text of a feed as its element gives it, its XML escapes undone once.
 *
 * @param value the characters
 * @param html  whether they are markup rather than plain text
 */
public record FeedText(String value, boolean html) {
    public static final FeedText NONE = new FeedText("", false);

    private static final Pattern MARKUP = Pattern
            .compile("</?[A-Za-z][^<>]*>|&(?:#\\d+|#[xX]\\p{XDigit}+|[A-Za-z]\\w*);");

    public FeedText {
        value = value.strip();
    }

    /** A text of a dialect that doesn't say whether it is markup: RSS. */
    static FeedText guessed(String value) {
        return new FeedText(value, value.length() < 1_000_000 ? MARKUP.matcher(value).find() : value.indexOf('<') >= 0);
    }

    static FeedText plain(String value) {
        return new FeedText(value, false);
    }

    static FeedText html(String value) {
        return new FeedText(value, true);
    }

    public boolean isBlank() {
        return value.isBlank();
    }

    /** The text as people read it, on one line. */
    public String words() {
        return (html ? Jsoup.parse(value).text() : value).replaceAll("[\\s\\u00A0]+", " ").strip();
    }
}
