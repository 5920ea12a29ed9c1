package news.dateline.ingest.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** The feeds that an OPML file names; most such files are not well-formed, and everything that can be read is. */
public final class Opml {
    private static final int MOST = 100_000;
    private static final Pattern OUTLINE = Pattern.compile("(?i)<outline\\b");
    private static final Pattern ATTRIBUTE = Pattern
            .compile("\\G\\s*([A-Za-z_:][\\w:.-]*)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

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
        String text = FeedCharacters.decode(bytes, Optional.empty());
        Map<String, Outline> feeds = new LinkedHashMap<>();
        Matcher outlines = OUTLINE.matcher(text);
        while (outlines.find() && feeds.size() < MOST) {
            Map<String, String> attributes = attributes(text, outlines.end());
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

    /** Attributes one after the other: an ampersand or a bracket within one, or a tag that never ends, spoils no other. */
    private static Map<String, String> attributes(String text, int from) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher attribute = ATTRIBUTE.matcher(text).region(from, text.length());
        while (attribute.find()) {
            String value = attribute.group(2) == null ? attribute.group(3) : attribute.group(2);
            attributes.putIfAbsent(attribute.group(1).toLowerCase(java.util.Locale.ROOT),
                    Parser.unescapeEntities(value, true));
        }
        return attributes;
    }
}
