package news.dateline.contract;

import java.time.Instant;
import java.util.Optional;

/**
 * How a feed is after its last poll, and what the next one needs to know.
 *
 * <p>Value of {@code news.feeds.status}, in the partition that its feed has in {@code news.feeds}; written by the
 * instance of ingest that polls the feed, after Kafka has acknowledged the articles of the poll.
 *
 * @param url             of the feed; the key of its record
 * @param state           how it is
 * @param error           what went wrong at the last poll, in words; empty where nothing did
 * @param httpStatus      of the last answer
 * @param lastPollAt      when the last poll began
 * @param lastSuccessAt   when it last gave a readable feed, or said that nothing had changed
 * @param lastNewItemAt   when it last had an item that was new; at the first poll that item's own time
 * @param nextPollAt      when it will be polled next; absent where it won't be
 * @param intervalSeconds between two polls while it works
 * @param failures        polls that failed since the last success
 * @param polls           polls since it was added
 * @param unchanged       answers since the last whole one that said that nothing had changed
 * @param lies            how often an answer said so and was wrong
 * @param items           items of its last whole document
 * @param newItems        new or changed items of the last poll
 * @param published       articles published from it since it was added
 * @param requests        HTTP requests of the last poll, those for robots.txt and redirects included
 * @param bytes           body bytes of the last poll as they were sent
 * @param movedTo         where it has moved for good
 * @param etag            of its last whole document
 * @param lastModified    of its last whole document, as its server wrote it
 * @param bodyHash        of its last whole document
 * @param seenItems       digests of the items that it has lately had, 8 characters each, the newest first
 * @param subscription    at the hub that it offers
 */
public record FeedStatus(int schemaVersion, String url, FeedHealth state, String error, Optional<Integer> httpStatus,
        Instant lastPollAt, Optional<Instant> lastSuccessAt, Optional<Instant> lastNewItemAt,
        Optional<Instant> nextPollAt, long intervalSeconds, long failures, long polls, long unchanged, long lies,
        long items, long newItems, long published, long requests, long bytes, Optional<String> movedTo,
        Optional<String> etag, Optional<String> lastModified, Optional<String> bodyHash, String seenItems,
        Optional<FeedSubscription> subscription) {
    public static final int SCHEMA_VERSION = 1;

    public FeedStatus {
        Absent.atLeast(1, schemaVersion, "schemaVersion");
        url = Absent.requiredText(url, "url");
        state = Absent.required(state, "state");
        error = Absent.text(error);
        httpStatus = Absent.value(httpStatus);
        lastPollAt = Absent.required(lastPollAt, "lastPollAt");
        lastSuccessAt = Absent.value(lastSuccessAt);
        lastNewItemAt = Absent.value(lastNewItemAt);
        nextPollAt = Absent.value(nextPollAt);
        movedTo = Absent.value(movedTo);
        etag = Absent.value(etag);
        lastModified = Absent.value(lastModified);
        bodyHash = Absent.value(bodyHash);
        seenItems = Absent.text(seenItems);
        subscription = Absent.value(subscription);
    }

    /** The same with another subscription. */
    public FeedStatus with(Optional<FeedSubscription> other) {
        return new FeedStatus(schemaVersion, url, state, error, httpStatus, lastPollAt, lastSuccessAt, lastNewItemAt,
                nextPollAt, intervalSeconds, failures, polls, unchanged, lies, items, newItems, published, requests,
                bytes, movedTo, etag, lastModified, bodyHash, seenItems, other);
    }
}
