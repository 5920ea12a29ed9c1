package news.dateline.contract;

import java.util.Locale;

/**
 * An article's text exactly as it was received.
 *
 * @param mediaType {@code text/plain} (an article's text or a whole scraped page) or {@code text/html}
 * @param text      the original characters, empty where only a headline came
 */
public record Content(String mediaType, String text) {
    public static final String PLAIN = "text/plain";
    public static final String HTML = "text/html";
    public static final Content NONE = new Content(PLAIN, "");

    public Content {
        mediaType = mediaType == null || mediaType.isBlank() ? PLAIN : mediaType;
        text = Absent.text(text);
    }

    /** Whether a media type is HTML's, whatever its parameters. */
    public static boolean isHtml(String mediaType) {
        return mediaType.strip().toLowerCase(Locale.ROOT).startsWith(HTML);
    }
}
