package news.dateline.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import news.dateline.contract.Feed;
import news.dateline.contract.FeedHealth;
import news.dateline.contract.FeedState;
import news.dateline.contract.FeedStatus;
import news.dateline.contract.FeedSubscription;
import news.dateline.ingest.hub.HubCallbacks;

/** A feed between its polls, and the poll that is going on. */
final class PolledFeed {
    private static final int HEARD_MOST = 100;
    private static final Duration BETWEEN_NEWS = Duration.ofSeconds(10);

    private final int share;
    private RegisteredFeed registered;
    private Optional<FeedStatus> status;
    private boolean asked;
    /** Before, it is not polled for the news that its hub told of. */
    private Optional<Instant> toldFor = Optional.empty();
    private final List<UnaryOperator<FeedSubscription>> heard = new ArrayList<>();
    private boolean settles;
    private Optional<Due> due = Optional.empty();
    private Optional<Thread> polling = Optional.empty();

    PolledFeed(int share, RegisteredFeed registered, Optional<FeedStatus> status) {
        this.share = share;
        this.status = status;
        change(registered);
    }

    int share() {
        return share;
    }

    synchronized RegisteredFeed registered() {
        return registered;
    }

    synchronized Feed feed() {
        return registered.feed();
    }

    synchronized Optional<FeedStatus> status() {
        return status;
    }

    /** The clock of who asks for a poll may be ahead: asked once, it is polled once. */
    synchronized void change(RegisteredFeed changed) {
        boolean again = registered != null
                && changed.feed().pollRequestedAt().equals(registered.feed().pollRequestedAt());
        registered = changed;
        asked |= !again && changed.feed().pollRequestedAt()
                .filter(at -> status.isEmpty() || at.isAfter(status.get().lastPollAt())).isPresent();
    }

    /** What becomes of its subscription; written as soon as no poll goes on. */
    synchronized void hear(UnaryOperator<FeedSubscription> change, boolean polls) {
        keep(change);
        settles = true;
        asked |= polls;
    }

    /**
     * Its hub has told of news: polled a little later, so that what else the hub tells in the meantime is had too. Where the
     * feed fails, its server may have asked to be left alone.
     */
    synchronized void tell(UnaryOperator<FeedSubscription> change, Instant now) {
        keep(change);
        if (status.filter(last -> last.state() != FeedHealth.FAILING && last.state() != FeedHealth.GONE).isPresent()) {
            Instant rested = status.get().lastPollAt().plus(BETWEEN_NEWS);
            Instant gathered = now.plus(HubCallbacks.GATHERED);
            toldFor = toldFor.or(() -> Optional.of(gathered.isAfter(rested) ? gathered : rested));
        }
    }

    private void keep(UnaryOperator<FeedSubscription> change) {
        if (heard.size() < HEARD_MOST) {
            heard.add(change);
        }
    }

    /**
     * What is to be done now.
     *
     * @param polls whether the feed is polled; else its status alone is written
     * @param told  whether its hub told of news
     */
    record Turn(RegisteredFeed registered, Optional<FeedStatus> before, boolean polls, boolean told) {}

    /** Takes what is to be done now. */
    synchronized Turn turn(Instant now) {
        boolean told = toldFor.filter(from -> !now.isBefore(from)).isPresent();
        boolean polls = asked || told || !now.isBefore(next(now));
        for (UnaryOperator<FeedSubscription> change : heard) {
            status = status.map(last -> last.with(last.subscription().map(change)));
        }
        heard.clear();
        settles = false;
        if (polls) {
            asked = false;
            toldFor = toldFor.filter(from -> !told);
        }
        return new Turn(registered, status, polls, told);
    }

    /** What was planned last, which no longer holds. */
    synchronized Optional<Due> forget() {
        Optional<Due> last = due;
        due = Optional.empty();
        return last;
    }

    /** When it is to be polled next; not while it is paused or being polled. */
    synchronized Optional<Due> plan(Instant now) {
        boolean waits = registered.feed().state() == FeedState.ACTIVE && polling.isEmpty();
        due = waits ? Optional.of(new Due(this, asked || settles ? now : soonest(next(now)))) : Optional.empty();
        return due;
    }

    private Instant soonest(Instant planned) {
        return toldFor.filter(from -> from.isBefore(planned)).orElse(planned);
    }

    private Instant next(Instant now) {
        return status.flatMap(FeedStatus::nextPollAt).orElse(now);
    }

    /** Begins a poll if nothing else has been planned since. */
    synchronized void begin(Due planned, Thread poll) {
        if (due.filter(planned::equals).isPresent()) {
            due = Optional.empty();
            polling = Optional.of(poll);
            poll.start();
        }
    }

    synchronized void learned(FeedStatus now) {
        status = Optional.of(now);
    }

    synchronized void ended() {
        polling = Optional.empty();
    }

    synchronized void interrupt() {
        polling.ifPresent(Thread::interrupt);
    }

    /** Waits for the end of the poll that is going on. */
    void awaitEnd(Duration most) throws InterruptedException {
        Optional<Thread> last;
        synchronized (this) {
            last = polling;
        }
        if (last.isPresent()) {
            last.get().join(most);
        }
    }
}
