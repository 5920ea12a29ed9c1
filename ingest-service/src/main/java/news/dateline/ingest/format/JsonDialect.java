package news.dateline.ingest.format;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Whose JSON it is: the media type says so, or, in plain JSON, the members that only one dialect has. */
enum JsonDialect {
    OWN,
    NINJS,
    LINKED_DATA,
    NEWS_API,
    NEWS_API_RESPONSE,
    JSON_FEED;

    private static final List<String> NINJS_MEMBERS = List.of("pubstatus", "pubStatus", "versioncreated",
            "versionCreated", "headlines", "bodies", "body_text", "body_xhtml", "body_html");
    /** A member without which no other dialect is likely, so that one's own articles are not read twice. */
    private static final List<String> SIGNS = List.of("\"uri\"", "\"@context\"", "\"articles\"", "\"title\"",
            "jsonfeed.org");
    /** By JSON Feed's own rule: version 1, and whatever may come. */
    private static final String FEED_VERSION = "jsonfeed.org/version/";
    private static final int MOST_NAMES = 1_000;

    static JsonDialect of(MediaType type, String json) {
        if (type.isNinjs()) {
            return NINJS;
        }
        if (type.isLinkedData()) {
            return LINKED_DATA;
        }
        if (SIGNS.stream().noneMatch(json::contains)) {
            return OWN;
        }
        try {
            return BoundedJson.read(json, JsonDialect::of);
        } catch (BrokenRule e) {
            // Its own reader tells what is broken.
            return OWN;
        }
    }

    private static JsonDialect of(JsonParser parser) {
        Set<String> members = new HashSet<>();
        if (parser.nextToken() == JsonToken.START_OBJECT) {
            while (members.size() < MOST_NAMES && parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                members.add(name);
                if (parser.nextToken() == JsonToken.VALUE_STRING && name.equals("version")
                        && parser.getString().contains(FEED_VERSION)) {
                    return JSON_FEED;
                }
                parser.skipChildren();
            }
        }
        return of(members);
    }

    private static JsonDialect of(Set<String> members) {
        if (members.contains("@context")) {
            return LINKED_DATA;
        }
        if (members.contains("uri") && NINJS_MEMBERS.stream().anyMatch(members::contains)) {
            return NINJS;
        }
        if (members.contains("headline")) {
            return OWN;
        }
        if (members.contains("status") && members.contains("articles")) {
            return NEWS_API_RESPONSE;
        }
        return members.contains("title") && (members.contains("url") || members.contains("urlToImage"))
                ? NEWS_API
                : OWN;
    }
}
