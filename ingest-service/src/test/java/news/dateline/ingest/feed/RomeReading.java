package news.dateline.ingest.feed;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The same feeds as ROME reads them, to measure beside. */
final class RomeReading {
    private RomeReading() {
    }

    static Optional<FeedScore.Read> of(byte[] bytes) {
        try (XmlReader reader = new XmlReader(new ByteArrayInputStream(bytes), true)) {
            SyndFeed feed = new SyndFeedInput().build(reader);
            return Optional.of(new FeedScore.Read(field -> document(feed, field),
                    feed.getEntries().stream().<Function<String, List<String>>>map(entry -> field -> item(entry, field))
                            .toList()));
        } catch (FeedException | IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<String> document(SyndFeed feed, String field) {
        return switch (field) {
            case "title" -> one(feed.getTitle());
            case "description", "subtitle" -> one(feed.getDescription());
            case "link", "home_page_url" -> one(feed.getLink());
            case "feed_url" -> one(feed.getUri());
            default -> one(feed.getLanguage());
        };
    }

    private static List<String> item(SyndEntry entry, String field) {
        return switch (field) {
            case "title" -> one(entry.getTitle());
            case "guid", "id" -> one(entry.getUri());
            case "link", "url" -> one(entry.getLink());
            case "description", "summary" -> one(value(entry.getDescription()));
            case "content", "content_html" -> entry.getContents().stream().limit(1)
                    .flatMap(content -> one(content.getValue()).stream()).toList();
            case "author", "authors" -> entry.getAuthors().isEmpty()
                    ? one(entry.getAuthor())
                    : entry.getAuthors().stream().flatMap(person -> one(person.getName()).stream()).toList();
            case "categories", "tags" -> entry.getCategories().stream()
                    .flatMap(category -> one(category.getName()).stream()).toList();
            case "updatedParsed", "date_modified" -> one(time(entry.getUpdatedDate()));
            default -> one(time(entry.getPublishedDate()));
        };
    }

    private static String value(SyndContent content) {
        return content == null ? null : content.getValue();
    }

    private static String time(Date date) {
        return date == null ? null : date.toInstant().toString();
    }

    private static List<String> one(String value) {
        return Stream.ofNullable(value).toList();
    }
}
