package news.dateline.ingest.feed;

import java.util.List;
import java.util.Optional;

/**
 * A feed as one fetch of it reads.
 *
 * @param link     address of the site that it is of
 * @param self     its own address, as it gives it
 * @param hub      WebSub hub that tells of changes
 * @param language BCP 47 language tag, as it was given
 * @param items    in the order of the document
 */
public record FeedDocument(FeedKind kind, FeedText title, FeedText description, Optional<String> link,
        Optional<String> self, Optional<String> hub, Optional<String> language, List<FeedItem> items) {
    public FeedDocument {
        items = List.copyOf(items);
    }
}
