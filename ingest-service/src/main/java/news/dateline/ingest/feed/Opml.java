package news.dateline.ingest.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.dateline.ingest.format.WebCharacters;
import org.jsoup.parser.Parser;

/** The feeds that an OPML file names; most such files are not well-formed, and everything that can be read is. */
public final class Opml {
    private static final int MOST = 100_000;
    private static final Pattern OUTLINE = Pattern.compile("(?i)<outline\\b");
    private static final Pattern ATTRIBUTE = Pattern
            .compile("([A-Za-z_:][\\w:.-]{0,40})\\s{0,20}=\\s{0,20}(?:\"([^\"]*)\"|'([^']*)')");
    private static final int LONGEST_OUTLINE = 20_000;

    private Opml() {
    }

    /**
     * A feed of an outline.
     *
     * @param title what the outline calls it
     */
    public record Outline(String url, String title, Optional<String> language) {}

    /** The feeds of a file, in its order, each address once. */
    public static List<Outline> read(byte[] bytes) {
        String text = WebCharacters.decode(bytes, Optional.empty());
        Map<String, Outline> feeds = new LinkedHashMap<>();
        Matcher outlines = OUTLINE.matcher(text);
        int next = outlines.find() ? outlines.end() : text.length();
        while (next < text.length() && feeds.size() < MOST) {
            int from = next;
            next = outlines.find() ? outlines.end() : text.length();
            Map<String, String> attributes = attributes(text, from, Math.min(next, from + LONGEST_OUTLINE));
            String url = attributes.getOrDefault("xmlurl", "").strip();
            if (FeedLink.isWeb(url)) {
                String title = attributes.getOrDefault("title", "").isBlank()
                        ? attributes.getOrDefault("text", "")
                        : attributes.get("title");
                feeds.putIfAbsent(url, new Outline(url, title.strip(),
                        Optional.ofNullable(attributes.get("language")).filter(tag -> !tag.isBlank())));
            }
        }
        return new ArrayList<>(feeds.values());
    }

    /** A bracket, an ampersand or even a quote within one attribute, or a tag that never ends, spoils no other. */
    private static Map<String, String> attributes(String text, int from, int to) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher attribute = ATTRIBUTE.matcher(text).region(from, to);
        while (attribute.find()) {
            String value = attribute.group(2) == null ? attribute.group(3) : attribute.group(2);
            attributes.putIfAbsent(attribute.group(1).toLowerCase(Locale.ROOT), Parser.unescapeEntities(value, true));
        }
        return attributes;
    }
}
