package news.dateline.contract.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.dateline.contract.ContractJson;
import news.dateline.contract.Feed;
import news.dateline.contract.Topics;
import org.apache.kafka.common.errors.SerializationException;
import tools.jackson.databind.node.ObjectNode;

/** What somebody says of a feed, as JSON: fields that are left out stay as they are. */
public final class FeedChange {
    private static final Set<String> FIELDS = Set.of("url", "title", "source", "language", "section", "leastSeconds",
            "mostSeconds", "state", "pages", "author", "comment");

    private FeedChange() {
    }

    /** The one form of a feed's address. */
    public static String address(String url) {
        return WebAddress.of(url)
                .orElseThrow(() -> new IllegalArgumentException("url must be an http or https address"))
                .toString();
    }

    /**
     * The feed with the change, to be polled at once.
     *
     * @param known the feed as it stands in the registry
     * @throws IllegalArgumentException naming the field and the rule that it breaks
     */
    public static Feed of(ObjectNode change, Optional<Feed> known, Instant now) {
        List<String> unknown = change.propertyNames().stream().filter(name -> !FIELDS.contains(name)).sorted().toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(unknown.getFirst() + " is no field of a feed; there are "
                    + String.join(", ", FIELDS.stream().sorted().toList()));
        }
        Feed before = known.orElseGet(() -> Feed.of(address(change.path("url").asString("")), now));
        ObjectNode feed = ContractJson.mapper().valueToTree(before);
        feed.setAll(change);
        feed.put("url", before.url()).put("changedAt", now.toString()).put("pollRequestedAt", now.toString());
        try {
            return Topics.FEEDS.value().deserializer().deserialize(Topics.FEEDS.name(),
                    feed.toString().getBytes(UTF_8));
        } catch (SerializationException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
