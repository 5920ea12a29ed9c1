package news.dateline.ingest.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON Feed 1.0 and 1.1. */
final class JsonFeed {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(64).maxNumberLength(1_000).build())
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA, JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build()).build();

    private JsonFeed() {
    }

    static FeedDocument read(String json, Optional<String> address) {
        JsonNode feed = tree(json);
        if (!feed.path("version").asString("").contains("jsonfeed.org") && !feed.path("items").isArray()) {
            throw new UnreadableFeed("must be a JSON Feed: an object with items");
        }
        Optional<String> link = text(feed, "home_page_url").map(url -> FeedLink.resolve(address, url));
        Optional<String> hub = feed.path("hubs").values().stream()
                .filter(entry -> text(entry, "type").orElse("").equalsIgnoreCase("WebSub"))
                .flatMap(entry -> text(entry, "url").stream()).findFirst();
        Optional<String> self = text(feed, "feed_url");
        List<String> authors = authors(feed);
        List<FeedItem> items = feed.path("items").values().stream().filter(JsonNode::isObject)
                .limit(FeedReader.MOST_ITEMS)
                .map(item -> item(item, address.or(() -> self).or(() -> link), authors)).toList();
        return new FeedDocument(FeedKind.JSON_FEED, plain(feed, "title"), plain(feed, "description"), link,
                self, hub, text(feed, "language"), items);
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JacksonException e) {
            throw new UnreadableFeed("must be whole JSON, nested no deeper than 64 levels");
        }
    }

    private static FeedItem item(JsonNode item, Optional<String> base, List<String> ofFeed) {
        FeedText content = text(item, "content_html").map(FeedText::html).orElseGet(() -> plain(item, "content_text"));
        List<String> authors = authors(item);
        return new FeedItem(text(item, "id"),
                text(item, "url").or(() -> text(item, "external_url")).map(url -> FeedLink.resolve(base, url)),
                plain(item, "title"), plain(item, "summary"), content, authors.isEmpty() ? ofFeed : authors,
                time(item, "date_published"),
                time(item, "date_modified"), texts(item, "tags"), List.of(), text(item, "language"), Optional.empty());
    }

    private static FeedText plain(JsonNode of, String field) {
        return text(of, field).map(FeedText::plain).orElse(FeedText.NONE);
    }

    /** A number where the field should be text is taken as one: ids often are. */
    private static Optional<String> text(JsonNode of, String field) {
        JsonNode value = of.path(field);
        return value.isString() || value.isNumber()
                ? Optional.of(value.asString()).filter(text -> !text.isBlank())
                : Optional.empty();
    }

    private static List<String> texts(JsonNode of, String field) {
        return of.path(field).values().stream().filter(JsonNode::isString).map(JsonNode::asString)
                .filter(text -> !text.isBlank()).toList();
    }

    private static Optional<Instant> time(JsonNode item, String field) {
        return text(item, field).flatMap(FeedTime::read);
    }

    /** Version 1.0 has one author, 1.1 several. */
    private static List<String> authors(JsonNode of) {
        return Stream.concat(of.path("authors").values().stream(), Stream.of(of.path("author")))
                .flatMap(author -> author.isString()
                        ? Stream.of(author.stringValue().strip())
                        : text(author, "name").stream())
                .filter(name -> !name.isEmpty()).distinct().toList();
    }
}
