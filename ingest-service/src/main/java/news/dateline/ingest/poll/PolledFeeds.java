package news.dateline.ingest.poll;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;
import news.dateline.contract.Feed;
import news.dateline.contract.FeedHealth;
import news.dateline.contract.FeedNotice;
import news.dateline.contract.FeedStatus;
import news.dateline.contract.FeedSubscription;
import news.dateline.ingest.fetch.Fetcher;
import news.dateline.ingest.fetch.Visit;
import news.dateline.contract.registry.WebAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The feeds that this instance polls, each when it is due, on a virtual thread of its own. */
final class PolledFeeds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PolledFeeds.class);
    private static final Duration END_MOST = Duration.ofSeconds(20);
    private static final Duration DENIED_REST = Duration.ofDays(1);

    private final FeedPoll poll;
    private final Fetcher fetcher;
    private final HubRequests hubs;
    private final FeedPublication publication;
    private final InstantSource clock;
    private final Semaphore room;
    private final Map<String, PolledFeed> feeds = new HashMap<>();
    private final DelayQueue<Due> schedule = new DelayQueue<>();
    private final Thread scheduler = Thread.ofPlatform().name("feed-schedule").daemon().unstarted(this::run);

    /**
     * No feed yet.
     *
     * @param atATime how many polls go on at the same time
     */
    PolledFeeds(FeedPoll poll, Fetcher fetcher, HubRequests hubs, FeedPublication publication, int atATime,
            InstantSource clock) {
        this.poll = poll;
        this.fetcher = fetcher;
        this.hubs = hubs;
        this.publication = publication;
        this.clock = clock;
        room = new Semaphore(atATime, true);
    }

    void start() {
        scheduler.start();
    }

    synchronized int size() {
        return feeds.size();
    }

    /** How many are in a state; none where they have not been polled yet. */
    synchronized long count(Optional<FeedHealth> state) {
        return feeds.values().stream().filter(feed -> feed.status().map(FeedStatus::state).equals(state)).count();
    }

    /** How many have a subscription at their hub. */
    synchronized long subscribed() {
        Instant now = clock.instant();
        return feeds.values().stream().flatMap(feed -> feed.status().flatMap(FeedStatus::subscription).stream())
                .filter(one -> one.isActive(now)).count();
    }

    /** A feed was added or changed, or its share has become this instance's. */
    synchronized void put(RegisteredFeed feed, Optional<FeedStatus> status, int share) {
        PolledFeed polled = feeds.computeIfAbsent(feed.feed().url(), url -> new PolledFeed(share, feed, status));
        polled.change(feed);
        schedule(polled);
    }

    /** A feed was removed: its status goes too, unless it says where the feed has moved. */
    void remove(String url, int share) throws InterruptedException {
        Optional<PolledFeed> removed = forget(url);
        if (removed.isPresent()) {
            removed.get().interrupt();
            removed.get().awaitEnd(END_MOST);
        }
        if (removed.flatMap(PolledFeed::status).filter(status -> status.state() == FeedHealth.MOVED).isEmpty()) {
            publication.noStatus(url, share);
        }
        removed.flatMap(PolledFeed::status).flatMap(FeedStatus::subscription)
                .ifPresent(old -> hubs.unsubscribe(url, old));
    }

    /** Shares that are another instance's from now on: returns when none of their feeds is being polled. */
    void release(Collection<Integer> shares) throws InterruptedException {
        List<String> urls;
        synchronized (this) {
            urls = feeds.values().stream().filter(feed -> shares.contains(feed.share()))
                    .map(feed -> feed.feed().url()).toList();
        }
        List<PolledFeed> released = urls.stream().flatMap(url -> forget(url).stream()).toList();
        released.forEach(PolledFeed::interrupt);
        for (PolledFeed feed : released) {
            feed.awaitEnd(END_MOST);
        }
    }

    private synchronized Optional<PolledFeed> forget(String url) {
        Optional<PolledFeed> forgotten = Optional.ofNullable(feeds.remove(url));
        forgotten.flatMap(PolledFeed::forget).ifPresent(schedule::remove);
        return forgotten;
    }

    private void schedule(PolledFeed polled) {
        polled.forget().ifPresent(schedule::remove);
        polled.plan(clock.instant()).ifPresent(schedule::add);
    }

    private void run() {
        try {
            while (true) {
                Due due = schedule.take();
                due.feed().begin(due, Thread.ofVirtual().name("feed-poll").unstarted(() -> poll(due.feed())));
            }
        } catch (InterruptedException e) {
            LOG.atDebug().log("feeds are no longer polled");
        }
    }

    private void poll(PolledFeed polled) {
        PolledFeed.Turn turn = polled.turn(clock.instant());
        Feed feed = turn.registered().feed();
        try {
            if (turn.polls()) {
                poll(polled, turn, feed);
            } else if (turn.before().isPresent()) {
                publication.status(turn.before().get(), polled.share());
            }
        } catch (InterruptedException e) {
            LOG.atDebug().addKeyValue("feed", feed.url()).log("poll was interrupted");
        } catch (RuntimeException | Error e) {
            LOG.atError().addKeyValue("feed", feed.url()).setCause(e).log("poll failed");
            polled.learned(poll.failed(feed, turn.before(), "can't be polled; the log says why").status());
        }
        synchronized (this) {
            polled.ended();
            if (polled.equals(feeds.get(feed.url()))) {
                schedule(polled);
            }
        }
    }

    private void poll(PolledFeed polled, PolledFeed.Turn turn, Feed feed) throws InterruptedException {
        Optional<URI> url = WebAddress.of(feed.url());
        if (url.isEmpty()) {
            write(polled, turn, poll.failed(feed, turn.before(), "has no http or https address"));
            return;
        }
        try (Visit visit = fetcher.visit(url.get())) {
            room.acquire();
            try {
                write(polled, turn, poll.poll(feed, turn.before(), turn.told(), url.get(), visit));
            } finally {
                room.release();
            }
        }
    }

    /** Killed on the way, the same is done again: articles come twice with the same ids, a move is made once more. */
    private void write(PolledFeed polled, PolledFeed.Turn turn, Polled found) throws InterruptedException {
        Feed feed = turn.registered().feed();
        FeedStatus status = found.status();
        publication.articles(feed.url(), found.articles());
        if (status.movedTo().isPresent()) {
            publication.moved(feed.movedTo(status.movedTo().get(), clock.instant()));
        }
        publication.status(status, polled.share());
        polled.learned(status);
        if (status.movedTo().isPresent()) {
            publication.noFeed(feed.url(), turn.registered().partition());
        }
        askHub(polled, turn, found);
        LOG.atDebug().addKeyValue("feed", feed.url()).addKeyValue("state", status.state().word())
                .addKeyValue("new", status.newItems()).log("polled");
    }

    /** The hub asks back at once, whoever of us it reaches: what it is asked for stands in the status before. */
    private void askHub(PolledFeed polled, PolledFeed.Turn turn, Polled found) {
        String url = turn.registered().feed().url();
        Optional<FeedSubscription> wanted = found.status().subscription();
        turn.before().flatMap(FeedStatus::subscription)
                .filter(old -> wanted.filter(now -> now.topic().equals(old.topic())).isEmpty())
                .ifPresent(old -> hubs.unsubscribe(url, old));
        if (found.asksHub()) {
            wanted.ifPresent(
                    now -> hubs.subscribe(url, now, why -> heard(polled, change -> change.failed(why), false)));
        }
    }

    private synchronized void heard(PolledFeed polled, UnaryOperator<FeedSubscription> change, boolean polls) {
        polled.hear(change, polls);
        if (polled.equals(feeds.get(polled.feed().url()))) {
            schedule(polled);
        }
    }

    /**
     * A hub said something of a feed; of one that is another instance's, nothing follows.
     *
     * @param again whether whoever polled the feed before may have heeded it
     */
    synchronized void hear(FeedNotice notice, boolean again) {
        PolledFeed polled = feeds.get(notice.url());
        Optional<FeedSubscription> known = polled == null
                ? Optional.empty()
                : polled.status().flatMap(FeedStatus::subscription);
        if (known.isEmpty() || (again && known.get().heardAt().filter(at -> !notice.at().isAfter(at)).isPresent())) {
            return;
        }
        boolean ofTopic = known.get().topic().equals(notice.topic());
        switch (notice.kind()) {
            case NEWS -> {
                polled.tell(one -> one.told(notice.at()), clock.instant());
                schedule(polled);
            }
            case CONFIRMED -> {
                if (ofTopic) {
                    Duration lease = notice.leaseSeconds().map(Duration::ofSeconds).orElse(HubRequests.LEASE);
                    heard(polled, one -> one.confirmed(notice.at(), lease), false);
                }
            }
            case DENIED -> {
                if (ofTopic) {
                    String why = "the hub denied it" + (notice.reason().isEmpty() ? "" : ": " + notice.reason());
                    heard(polled, one -> one.denied(notice.at(), why, notice.at().plus(DENIED_REST)),
                            known.get().isActive(clock.instant()));
                }
            }
        }
    }

    /** Ends every poll; what is not acknowledged yet is polled again by the next owner. */
    @Override
    public void close() {
        scheduler.interrupt();
        try {
            List<Integer> all;
            synchronized (this) {
                all = feeds.values().stream().map(PolledFeed::share).distinct().toList();
            }
            release(all);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
