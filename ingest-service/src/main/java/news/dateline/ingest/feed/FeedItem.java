package news.dateline.ingest.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An item of a feed, as its publisher gives it.
 *
 * @param id         guid or id, unique within the feed
 * @param link       address of its page, absolute wherever the document tells its base
 * @param summary    description or summary
 * @param content    the text itself, where the feed carries more than a summary
 * @param categories the publisher's own sections and keywords, which feeds don't tell apart
 * @param keywords   what is plainly a keyword: news and media keywords
 * @param publisher  who published it first, where the feed says so
 */
public record FeedItem(Optional<String> id, Optional<String> link, FeedText title, FeedText summary, FeedText content,
        List<String> authors, Optional<Instant> publishedAt, Optional<Instant> updatedAt, List<String> categories,
        List<String> keywords, Optional<String> language, Optional<Publisher> publisher) {
    public FeedItem {
        authors = List.copyOf(authors);
        categories = List.copyOf(categories);
        keywords = List.copyOf(keywords);
    }

    /** Name and address of who published an item first. */
    public record Publisher(String name, Optional<String> url) {}
}
