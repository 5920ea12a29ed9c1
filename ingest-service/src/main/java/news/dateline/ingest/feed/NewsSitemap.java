package news.dateline.ingest.feed;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.dateline.ingest.feed.FeedItem.Publisher;

/** A sitemap with Google's news elements; pages without them are no items. */
final class NewsSitemap {
    private static final Set<String> CONTAINERS = Set.of("urlset", "url");

    private NewsSitemap() {
    }

    static FeedDocument read(FeedElement root) {
        List<FeedItem> items = root.within("url", CONTAINERS).limit(FeedReader.MOST_ITEMS)
                .flatMap(page -> page.first("news:news").map(news -> item(page, news)).stream()).toList();
        return new FeedDocument(FeedKind.SITEMAP, FeedText.NONE, FeedText.NONE, Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), items);
    }

    private static FeedItem item(FeedElement page, FeedElement news) {
        Optional<FeedElement> publication = news.first("news:publication");
        return new FeedItem(Optional.empty(), page.text("loc").map(page::absolute),
                news.text("news:title").map(FeedText::guessed).orElse(FeedText.NONE), FeedText.NONE, FeedText.NONE,
                List.of(), FeedItems.time(news, "news:publication_date"), FeedItems.time(page, "lastmod"),
                news.texts("news:genres").stream().flatMap(FeedItems::split).toList(),
                news.texts("news:keywords").stream().flatMap(FeedItems::split).toList(),
                publication.flatMap(by -> by.text("news:language")),
                publication.flatMap(by -> by.text("news:name")).map(name -> new Publisher(name, Optional.empty())));
    }
}
