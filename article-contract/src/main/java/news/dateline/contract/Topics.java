package news.dateline.contract;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** The catalogue of topics: compose, the local pipeline, the tests and the services all create them from here. */
public final class Topics {
    /** The largest record of any article topic, in bytes: an article of 2 MiB, escaped, with its envelope. */
    public static final int MAX_RECORD_BYTES = 8 * 1024 * 1024;

    /** The largest enriched record, in bytes: the same with its labels. */
    public static final int MAX_ENRICHED_BYTES = MAX_RECORD_BYTES + 1024 * 1024;

    private static final int ARTICLE_PARTITIONS = 4;
    private static final String COMPACT = "compact";
    private static final String DELETE = "delete";
    private static final Duration REJECTED_KEPT = Duration.ofDays(90);
    private static final Duration NOTICES_KEPT = Duration.ofDays(2);

    /** The open door: whatever a push accepts, from any Kafka client, with a content-type header. */
    public static final Topic<byte[], byte[]> INBOX = articles("news.inbox", Serdes.ByteArray(), Serdes.ByteArray(),
            DELETE, Duration.ofDays(7));

    /** Articles as received. */
    public static final Topic<String, RawArticle> RAW = articles("news.articles.raw", Serdes.String(),
            new JsonSerde<>(RawArticle.class), DELETE, Duration.ofDays(365));

    /** The current state of every article; a tombstone is a takedown. */
    public static final Topic<String, EnrichedArticle> ENRICHED = articles("news.articles.enriched", Serdes.String(),
            new JsonSerde<>(EnrichedArticle.class), COMPACT, Duration.ofDays(7));

    /** Dead letters of every service: the original bytes, with the headers of {@link Rejection}. */
    public static final Topic<String, byte[]> REJECTED = articles("news.articles.rejected", Serdes.String(),
            Serdes.ByteArray(), DELETE, REJECTED_KEPT);

    /** What operators did with rejected articles; kept as long as those are. One partition: there are few. */
    public static final Topic<String, RejectedAct> REJECTED_ACTS = new Topic<>("news.articles.rejected.acts",
            Serdes.String(), new JsonSerde<>(RejectedAct.class), 1, Map.of("cleanup.policy", "compact,delete",
                    "retention.ms", Long.toString(REJECTED_KEPT.toMillis())));

    /** Editors' rules; one partition, since every enrich instance reads them all. */
    public static final Topic<String, TagRule> RULES = new Topic<>("news.rules", Serdes.String(),
            new JsonSerde<>(TagRule.class), 1, Map.of("cleanup.policy", COMPACT));

    /** The feeds that are polled; who is assigned a partition polls its feeds. */
    public static final Topic<String, Feed> FEEDS = feeds("news.feeds", new JsonSerde<>(Feed.class));

    /** How each feed is, in the partition whose number is the share that its host is in. */
    public static final Topic<String, FeedStatus> FEEDS_STATUS = feeds("news.feeds.status",
            new JsonSerde<>(FeedStatus.class));

    /** What hubs say of feeds, until whoever polls the feed has read it. One partition: there are few. */
    public static final Topic<String, FeedNotice> FEEDS_NOTICES = new Topic<>("news.feeds.notices", Serdes.String(),
            new JsonSerde<>(FeedNotice.class), 1,
            Map.of("cleanup.policy", DELETE, "retention.ms", Long.toString(NOTICES_KEPT.toMillis())));

    private static final List<Topic<?, ?>> ALL = List.of(INBOX, RAW, ENRICHED, REJECTED, REJECTED_ACTS, RULES, FEEDS,
            FEEDS_STATUS, FEEDS_NOTICES);

    private Topics() {
    }

    /** Every topic, in the order of the flow. */
    public static List<Topic<?, ?>> all() {
        return ALL;
    }

    /** Every topic, those of articles and feeds with as many partitions when they are created. */
    public static List<Topic<?, ?>> all(int partitions) {
        return ALL.stream()
                .<Topic<?, ?>>map(topic -> topic.partitions() == 1 ? topic : topic.withPartitions(partitions))
                .toList();
    }

    private static <V> Topic<String, V> feeds(String name, Serde<V> value) {
        return new Topic<>(name, Serdes.String(), value, ARTICLE_PARTITIONS, Map.of("cleanup.policy", COMPACT,
                "delete.retention.ms", Long.toString(Duration.ofDays(7).toMillis())));
    }

    /** Retention is for records where they are deleted, and for tombstones where the topic is compacted. */
    private static <K, V> Topic<K, V> articles(String name, Serde<K> key, Serde<V> value, String cleanup,
            Duration retention) {
        Map<String, String> settings = new HashMap<>();
        settings.put("cleanup.policy", cleanup);
        settings.put("max.message.bytes", Integer.toString(MAX_ENRICHED_BYTES));
        settings.put(cleanup.equals(COMPACT) ? "delete.retention.ms" : "retention.ms",
                Long.toString(retention.toMillis()));
        return new Topic<>(name, key, value, ARTICLE_PARTITIONS, settings);
    }
}
