package news.dateline.ingest.poll;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Semaphore;
import news.dateline.contract.Feed;
import news.dateline.contract.FeedHealth;
import news.dateline.contract.FeedStatus;
import news.dateline.ingest.fetch.Fetcher;
import news.dateline.ingest.fetch.Visit;
import news.dateline.contract.registry.WebAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The feeds that this instance polls, each when it is due, on a virtual thread of its own. */
final class PolledFeeds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PolledFeeds.class);
    private static final Duration END_MOST = Duration.ofSeconds(20);

    private final FeedPoll poll;
    private final Fetcher fetcher;
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
    PolledFeeds(FeedPoll poll, Fetcher fetcher, FeedPublication publication, int atATime, InstantSource clock) {
        this.poll = poll;
        this.fetcher = fetcher;
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
        Feed feed = polled.feed();
        try {
            poll(polled, feed);
        } catch (InterruptedException e) {
            LOG.atDebug().addKeyValue("feed", feed.url()).log("poll was interrupted");
        } catch (RuntimeException | Error e) {
            LOG.atError().addKeyValue("feed", feed.url()).setCause(e).log("poll failed");
            polled.learned(poll.failed(feed, polled.status(), "can't be polled; the log says why").status());
        }
        synchronized (this) {
            polled.ended();
            if (polled.equals(feeds.get(feed.url()))) {
                schedule(polled);
            }
        }
    }

    private void poll(PolledFeed polled, Feed feed) throws InterruptedException {
        Optional<URI> url = WebAddress.of(feed.url());
        if (url.isEmpty()) {
            write(polled, feed, poll.failed(feed, polled.status(), "has no http or https address"));
            return;
        }
        try (Visit visit = fetcher.visit(url.get())) {
            room.acquire();
            try {
                write(polled, feed, poll.poll(feed, polled.status(), url.get(), visit));
            } finally {
                room.release();
            }
        }
    }

    /** Killed on the way, the same is done again: articles come twice with the same ids, a move is made once more. */
    private void write(PolledFeed polled, Feed feed, Polled found) throws InterruptedException {
        FeedStatus status = found.status();
        publication.articles(feed.url(), found.articles());
        if (status.movedTo().isPresent()) {
            publication.moved(feed.movedTo(status.movedTo().get(), clock.instant()));
        }
        publication.status(status, polled.share());
        polled.learned(status);
        if (status.movedTo().isPresent()) {
            publication.noFeed(feed.url(), polled.registered().partition());
        }
        LOG.atDebug().addKeyValue("feed", feed.url()).addKeyValue("state", status.state().word())
                .addKeyValue("new", status.newItems()).log("polled");
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
