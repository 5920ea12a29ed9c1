package news.dateline.ingest.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Compares what is read of a feed with what another reader's authors expect of it, in the fields that news has. */
final class FeedScore {
    private static final List<String> DOCUMENT = List.of("title", "description", "subtitle", "link", "language",
            "home_page_url", "feed_url");
    private static final List<String> ITEM = List.of("title", "guid", "id", "link", "url", "description", "summary",
            "content", "content_html", "author", "authors", "categories", "tags", "pubDateParsed", "publishedParsed",
            "updatedParsed", "date_published", "date_modified");

    private final List<String> wrong = new ArrayList<>();
    private int right;

    /** A feed as some reader reads it, by the names of the expected fields; empty where it can't. */
    interface Reader {
        Optional<Read> read(byte[] bytes);
    }

    /** A document's fields, and those of its items. */
    record Read(Function<String, List<String>> document, List<Function<String, List<String>>> items) {}

    private final Reader reader;

    FeedScore(Reader reader) {
        this.reader = reader;
    }

    void add(String name, JsonNode expected, Path file) throws IOException {
        Optional<Read> read = reader.read(Files.readAllBytes(file));
        DOCUMENT.forEach(field -> compare(name + " " + field, expected.path(field),
                read.map(feed -> feed.document.apply(field)).orElse(List.of("unreadable"))));
        alternate(expected.path("links")).ifPresent(link -> compare(name + " links", link,
                read.map(feed -> feed.document.apply("link")).orElse(List.of())));
        JsonNode items = expected.has("entries") ? expected.path("entries") : expected.path("items");
        for (int i = 0; i < items.size(); i++) {
            int index = i;
            Function<String, List<String>> item = read.filter(feed -> index < feed.items.size())
                    .map(feed -> feed.items.get(index)).orElse(field -> List.of("no such item"));
            JsonNode wanted = items.path(i);
            ITEM.forEach(field -> compare(name + " item " + field, wanted.path(field), item.apply(field)));
            alternate(wanted.path("links"))
                    .ifPresent(link -> compare(name + " item links", link, item.apply("link")));
        }
    }

    /** Atom's parse has links as objects. */
    private static Optional<String> alternate(JsonNode links) {
        return links.values().stream().filter(JsonNode::isObject)
                .filter(link -> link.path("rel").asString("alternate").equals("alternate"))
                .map(link -> link.path("href").asString("")).filter(href -> !href.isEmpty()).findFirst();
    }

    /** As Dateline reads it. */
    static Optional<Read> ours(byte[] bytes) {
        try {
            FeedDocument feed = FeedReader.read(bytes, Optional.empty(), Optional.empty());
            return Optional.of(new Read(field -> documentField(feed, field),
                    feed.items().stream().<Function<String, List<String>>>map(item -> field -> itemField(item, field))
                            .toList()));
        } catch (UnreadableFeed e) {
            return Optional.empty();
        }
    }

    private static List<String> documentField(FeedDocument feed, String field) {
        return switch (field) {
            case "title" -> List.of(feed.title().value());
            case "description", "subtitle" -> List.of(feed.description().value());
            case "link", "home_page_url" -> feed.link().map(List::of).orElse(List.of());
            case "feed_url" -> feed.self().map(List::of).orElse(List.of());
            default -> feed.language().map(List::of).orElse(List.of());
        };
    }

    private static List<String> itemField(FeedItem item, String field) {
        return switch (field) {
            case "title" -> List.of(item.title().value());
            case "guid", "id" -> item.id().map(List::of).orElse(List.of());
            case "link", "url" -> item.link().map(List::of).orElse(List.of());
            case "description", "summary" -> List.of(item.summary().value());
            case "content", "content_html" -> List.of(item.content().value());
            case "author", "authors" -> item.authors();
            case "categories", "tags" -> Stream.concat(item.keywords().stream(), item.categories().stream()).toList();
            case "updatedParsed", "date_modified" -> item.updatedAt().map(Instant::toString).map(List::of)
                    .orElse(List.of());
            default -> item.publishedAt().map(Instant::toString).map(List::of).orElse(List.of());
        };
    }

    private void compare(String what, JsonNode expected, List<String> found) {
        List<String> wanted = (expected.isArray() ? expected.values().stream() : Stream.of(expected))
                .map(FeedScore::plain).filter(text -> !text.isEmpty()).toList();
        if (wanted.isEmpty()) {
            return;
        }
        if (wanted.stream().map(FeedScore::fold).toList().equals(found.stream().map(FeedScore::fold).toList())) {
            right++;
        } else {
            wrong.add("  " + what + ": " + wanted + " read as " + found);
        }
    }

    private void compare(String what, String wanted, List<String> found) {
        if (found.equals(List.of(wanted))) {
            right++;
        } else {
            wrong.add("  " + what + ": " + wanted + " read as " + found);
        }
    }

    /** The text in the objects of the other reader's parse. */
    private static String plain(JsonNode value) {
        return value.isValueNode()
                ? value.asString("")
                : Stream.of("value", "label", "term", "name", "email").map(field -> value.path(field).asString(""))
                        .filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    private static String fold(String text) {
        return text.matches("\\d{4}-\\d\\d-\\d\\dT.*Z")
                ? Instant.parse(text).toString()
                : text.replaceAll("\\s+", " ").strip();
    }

    int right() {
        return right;
    }

    int total() {
        return right + wrong.size();
    }

    double share() {
        return right / (double) total();
    }

    List<String> wrong() {
        return wrong;
    }
}
