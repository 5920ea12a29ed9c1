package news.dateline.contract;

import java.time.Instant;
import java.util.Optional;

/**
 * What a WebSub hub said of a feed.
 *
 * <p>Value of {@code news.feeds.notices}; written by the instance of ingest that the hub reached, read by the one that
 * polls the feed.
 *
 * @param url          of the feed; the key of its record
 * @param kind         what it said
 * @param topic        address by which the hub knows the feed; empty where it told of news
 * @param leaseSeconds how long a confirmed subscription lasts
 * @param reason       why it was denied, in the hub's words
 * @param at           when, by the writer's clock
 */
public record FeedNotice(int schemaVersion, String url, NoticeKind kind, String topic, Optional<Long> leaseSeconds,
        String reason, Instant at) {
    public static final int SCHEMA_VERSION = 1;

    public FeedNotice {
        Absent.atLeast(1, schemaVersion, "schemaVersion");
        url = Absent.requiredText(url, "url");
        kind = Absent.required(kind, "kind");
        topic = Absent.text(topic);
        leaseSeconds = Absent.value(leaseSeconds);
        leaseSeconds.ifPresent(seconds -> Absent.atLeast(1, seconds, "leaseSeconds"));
        reason = Absent.text(reason);
        at = Absent.required(at, "at");
    }
}
