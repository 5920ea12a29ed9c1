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
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import news.dateline.contract.Feed;
import news.dateline.contract.FeedHealth;
import news.dateline.contract.FeedState;
import news.dateline.contract.FeedStatus;
import news.dateline.contract.FeedSubscription;
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
            Optional<Instant> lastNewItemAt, Optional<Instant> nextPollAt, long failures, long published,
            Optional<FeedSubscription> subscription) {
        String hub(Instant now) {
            return subscription.filter(one -> one.isActive(now))
                    .map(one -> one.missed() > 0 ? "its hub tells of news, not of all" : "its hub tells of news")
                    .orElse("");
        }
    }

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
     * @param asked whether a poll was asked for that has not begun
     * @param hub   whether its hub tells of news, in words
     */
    public record FeedLine(String url, String title, String state, boolean asked, String error,
            Optional<Integer> httpStatus, Optional<Instant> lastPollAt, Optional<Instant> lastNewItemAt,
            Optional<Instant> nextPollAt, Optional<String> movedFrom, String hub, long failures,
            long published) {}

    /**
     * All feeds at a glance.
     *
     * @param states   how many are in each state, the sickest state first
     * @param matching how many fit what was asked for
     * @param lines    the sickest of those
     */
    public record FeedsView(int count, Map<String, Long> states, long matching, List<FeedLine> lines) {
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
                status.lastNewItemAt(), status.nextPollAt(), status.failures(), status.published(),
                status.subscription());
    }

    /** One feed, for a change of it. */
    public synchronized Optional<Feed> feed(String url) {
        return Optional.ofNullable(feeds.get(url));
    }

    /** Somebody has just written a feed here; Kafka will say so too. */
    synchronized void changed(Feed feed) {
        feeds.put(feed.url(), feed);
    }

    /** Somebody has just removed a feed here. */
    synchronized void removed(String url) {
        feeds.remove(url);
    }

    /**
     * Which feeds are asked for.
     *
     * @param words in title, source or address
     * @param state only those in this state; any where it is empty
     * @param first addresses of those that come first, whether they fit or not
     */
    public record Wanted(String words, String state, Set<String> first, int most) {
        public Wanted {
            words = words.toLowerCase(Locale.ROOT).strip();
            first = Set.copyOf(first);
        }

        /** The sickest of all. */
        public static Wanted sickest(int most) {
            return new Wanted("", "", Set.of(), most);
        }
    }

    /** The feeds that are asked for, the sickest first. */
    public synchronized FeedsView view(Wanted wanted, Instant now) {
        List<Judged> all = feeds.values().stream().map(feed -> new Judged(feed, state(feed, now))).toList();
        Map<State, Long> states = all.stream()
                .collect(Collectors.groupingBy(Judged::state, TreeMap::new, Collectors.counting()));
        Map<String, Long> counts = new LinkedHashMap<>();
        states.forEach((state, count) -> counts.put(state.word(), count));
        List<Judged> fitting = all.stream()
                .filter(one -> wanted.first().contains(one.feed().url()) || one.fits(wanted)).toList();
        return new FeedsView(feeds.size(), counts, fitting.size(), fitting.stream()
                .sorted(Comparator.comparing((Judged one) -> !wanted.first().contains(one.feed().url()))
                        .thenComparing(Judged::state).thenComparing(one -> one.feed().url()))
                .limit(wanted.most()).map(one -> line(one, now)).toList());
    }

    /** A feed, and how sick it is at a moment. */
    private record Judged(Feed feed, State state) {
        boolean fits(Wanted wanted) {
            return (wanted.state().isEmpty() || wanted.state().equals(state.word()))
                    && (wanted.words().isEmpty() || (feed.title() + " " + feed.source() + " " + feed.url())
                            .toLowerCase(Locale.ROOT).contains(wanted.words()));
        }
    }

    private FeedLine line(Judged one, Instant now) {
        Feed feed = one.feed();
        Optional<Polled> status = Optional.ofNullable(polled.get(feed.url()));
        Optional<Instant> asked = feed.pollRequestedAt().filter(at -> feed.state() == FeedState.ACTIVE
                && status.filter(last -> !last.lastPollAt().isBefore(at)).isEmpty());
        return new FeedLine(feed.url(), feed.title(), one.state().word(), asked.isPresent(),
                status.map(Polled::error).orElse(""), status.flatMap(Polled::httpStatus),
                status.map(Polled::lastPollAt), status.flatMap(Polled::lastNewItemAt),
                status.flatMap(Polled::nextPollAt), feed.movedFrom(), status.map(last -> last.hub(now)).orElse(""),
                status.map(Polled::failures).orElse(0L),
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
