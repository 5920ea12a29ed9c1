package news.dateline.contract;

import java.time.Instant;
import java.util.Optional;

/**
 * A feed that is to be polled.
 *
 * <p>Value of {@code news.feeds}; written by editors and, where a feed moves, by ingest; polled by ingest. A tombstone
 * removes the feed.
 *
 * @param url             where it is fetched; the key of its record
 * @param title           what people call it
 * @param source          name of the publisher, for articles that name none
 * @param language        BCP 47 language tag, for articles that declare none
 * @param section         the publisher's own section, for articles that declare none
 * @param leastSeconds    polled no more often than once in as many seconds; absent: as ingest is set
 * @param mostSeconds     polled at least once in as many seconds while it works; absent: as ingest is set
 * @param state           active where absent
 * @param pages           whether the page of an item is fetched where the feed has only a teaser; no where absent
 * @param author          who changed it last
 * @param comment         why
 * @param addedAt         when it was added, by the writer's clock
 * @param changedAt       when it was changed last, by the writer's clock
 * @param movedFrom       the address that it had until its server said that it had moved for good
 * @param pollRequestedAt when somebody asked for a poll ahead of the schedule
 */
public record Feed(int schemaVersion, String url, String title, String source, Optional<String> language,
        Optional<String> section, Optional<Integer> leastSeconds, Optional<Integer> mostSeconds, FeedState state,
        boolean pages, String author, String comment, Instant addedAt, Instant changedAt, Optional<String> movedFrom,
        Optional<Instant> pollRequestedAt) {
    public static final int SCHEMA_VERSION = 1;

    public Feed {
        Absent.atLeast(1, schemaVersion, "schemaVersion");
        url = Absent.requiredText(url, "url");
        title = Absent.text(title);
        source = Absent.text(source);
        language = Absent.value(language);
        section = Absent.value(section);
        leastSeconds = Absent.value(leastSeconds);
        leastSeconds.ifPresent(seconds -> Absent.atLeast(1, seconds, "leastSeconds"));
        mostSeconds = Absent.value(mostSeconds);
        mostSeconds.ifPresent(seconds -> Absent.atLeast(1, seconds, "mostSeconds"));
        state = state == null ? FeedState.ACTIVE : state;
        author = Absent.text(author);
        comment = Absent.text(comment);
        addedAt = Absent.required(addedAt, "addedAt");
        changedAt = Absent.required(changedAt, "changedAt");
        movedFrom = Absent.value(movedFrom);
        pollRequestedAt = Absent.value(pollRequestedAt);
        if (leastSeconds.isPresent() && mostSeconds.isPresent() && leastSeconds.get() > mostSeconds.get()) {
            throw new IllegalArgumentException("leastSeconds must not be above mostSeconds");
        }
    }

    /** An active feed of which nothing but its address is known. */
    public static Feed of(String url, Instant addedAt) {
        return new Feed(SCHEMA_VERSION, url, "", "", Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), FeedState.ACTIVE, false, "", "", addedAt, addedAt, Optional.empty(),
                Optional.empty());
    }

    /** The same, in another state. */
    public Feed in(FeedState other, String by, Instant at) {
        return new Feed(schemaVersion, url, title, source, language, section, leastSeconds, mostSeconds, other, pages,
                by, comment, addedAt, at, movedFrom, pollRequestedAt);
    }

    /** The same, to be polled now. */
    public Feed polledAt(Instant at) {
        return new Feed(schemaVersion, url, title, source, language, section, leastSeconds, mostSeconds, state, pages,
                author, comment, addedAt, changedAt, movedFrom, Optional.of(at));
    }

    /** The same, at another address. */
    public Feed movedTo(String other, Instant at) {
        return new Feed(schemaVersion, other, title, source, language, section, leastSeconds, mostSeconds, state, pages,
                author, comment, addedAt, at, Optional.of(url), Optional.of(at));
    }
}
