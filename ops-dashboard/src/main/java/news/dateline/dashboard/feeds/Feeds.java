package news.dateline.dashboard.feeds;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import news.dateline.contract.Feed;
import news.dateline.contract.FeedHealth;
import news.dateline.contract.FeedState;
import news.dateline.contract.FeedStatus;
import news.dateline.contract.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The feeds that are polled and how each is, as Kafka has it. */
public final class Feeds {
    private static final Logger LOG = LoggerFactory.getLogger(Feeds.class);
    /** A poll may come a little late; nobody polls a feed that is later than this. */
    private static final Duration OVERDUE = Duration.ofMinutes(5);

    private final Map<String, Feed> feeds = new HashMap<>();
    private final Map<String, Polled> polled = new HashMap<>();

    /** As much of a feed's status as the page shows; the digests of its items are not kept. */
    private record Polled(FeedHealth health, String error, Optional<Integer> httpStatus, Instant lastPollAt,
            Optional<Instant> lastNewItemAt, Optional<Instant> nextPollAt, long failures, long published) {}

    /** How sick a feed is, the sickest first. */
    private enum State {
        FAILING,
        GONE,
        LYING,
        OVERDUE,
        SILENT,
        MOVED,
        NEW,
        HEALTHY,
        PAUSED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A feed in one line.
     *
     * @param state failing, gone, lying, overdue (nobody polls it), silent, moved, new (not polled yet), healthy or paused
     */
    public record FeedLine(String url, String title, String state, String error, Optional<Integer> httpStatus,
            Optional<Instant> lastPollAt, Optional<Instant> lastNewItemAt, Optional<Instant> nextPollAt,
            long failures, long published) {}

    /**
     * All feeds at a glance.
     *
     * @param states how many are in each state, the sickest state first
     * @param lines  the sickest feeds
     */
    public record FeedsView(int count, Map<String, Long> states, List<FeedLine> lines) {
        public FeedsView {
            states = Collections.unmodifiableMap(states);
            lines = List.copyOf(lines);
        }
    }

    /** Takes a record of {@code news.feeds}. */
    public synchronized void takeFeed(ConsumerRecord<String, byte[]> entry) {
        try {
            Optional.ofNullable(Topics.FEEDS.value().deserializer().deserialize(entry.topic(), entry.value()))
                    .ifPresentOrElse(feed -> feeds.put(entry.key(), feed), () -> feeds.remove(entry.key()));
        } catch (SerializationException e) {
            LOG.atDebug().addKeyValue("offset", entry.offset()).log("no feed");
        }
    }

    /** Takes a record of {@code news.feeds.status}. */
    public synchronized void takeStatus(ConsumerRecord<String, byte[]> entry) {
        try {
            Optional.ofNullable(Topics.FEEDS_STATUS.value().deserializer().deserialize(entry.topic(), entry.value()))
                    .ifPresentOrElse(status -> polled.put(entry.key(), polled(status)),
                            () -> polled.remove(entry.key()));
        } catch (SerializationException e) {
            LOG.atDebug().addKeyValue("offset", entry.offset()).log("no status of a feed");
        }
    }

    private static Polled polled(FeedStatus status) {
        return new Polled(status.state(), status.error(), status.httpStatus(), status.lastPollAt(),
                status.lastNewItemAt(), status.nextPollAt(), status.failures(), status.published());
    }

    /** One feed, for a change of it. */
    public synchronized Optional<Feed> feed(String url) {
        return Optional.ofNullable(feeds.get(url));
    }

    /** The sickest of those that have these words in title or address. */
    public synchronized FeedsView view(String words, int most, Instant now) {
        String wanted = words.toLowerCase(Locale.ROOT);
        Map<State, Long> states = feeds.values().stream()
                .collect(Collectors.groupingBy(feed -> state(feed, now), TreeMap::new, Collectors.counting()));
        Map<String, Long> counts = new LinkedHashMap<>();
        states.forEach((state, count) -> counts.put(state.word(), count));
        return new FeedsView(feeds.size(), counts,
                feeds.values().stream()
                        .filter(feed -> (feed.title() + " " + feed.url()).toLowerCase(Locale.ROOT).contains(wanted))
                        .sorted(Comparator.comparing((Feed feed) -> state(feed, now)).thenComparing(Feed::url))
                        .limit(most).map(feed -> line(feed, now)).toList());
    }

    private FeedLine line(Feed feed, Instant now) {
        Optional<Polled> status = Optional.ofNullable(polled.get(feed.url()));
        return new FeedLine(feed.url(), feed.title(), state(feed, now).word(),
                status.map(Polled::error).orElse(""), status.flatMap(Polled::httpStatus),
                status.map(Polled::lastPollAt), status.flatMap(Polled::lastNewItemAt),
                status.flatMap(Polled::nextPollAt), status.map(Polled::failures).orElse(0L),
                status.map(Polled::published).orElse(0L));
    }

    private State state(Feed feed, Instant now) {
        if (feed.state() == FeedState.PAUSED) {
            return State.PAUSED;
        }
        Polled status = polled.get(feed.url());
        if (status == null) {
            return feed.changedAt().plus(OVERDUE).isBefore(now) ? State.OVERDUE : State.NEW;
        }
        if (status.nextPollAt().filter(next -> next.plus(OVERDUE).isBefore(now)).isPresent()) {
            return State.OVERDUE;
        }
        return switch (status.health()) {
            case FAILING -> State.FAILING;
            case GONE -> State.GONE;
            case LYING -> State.LYING;
            case SILENT -> State.SILENT;
            case MOVED -> State.MOVED;
            case HEALTHY -> State.HEALTHY;
        };
    }
}
