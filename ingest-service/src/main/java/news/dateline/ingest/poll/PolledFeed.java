package news.dateline.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import news.dateline.contract.Feed;
import news.dateline.contract.FeedState;
import news.dateline.contract.FeedStatus;

/** A feed between its polls, and the poll that is going on. */
final class PolledFeed {
    private final int share;
    private RegisteredFeed registered;
    private Optional<FeedStatus> status;
    private boolean asked;
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

    /** What was planned last, which no longer holds. */
    synchronized Optional<Due> forget() {
        Optional<Due> last = due;
        due = Optional.empty();
        return last;
    }

    /** When it is to be polled next; not while it is paused or being polled. */
    synchronized Optional<Due> plan(Instant now) {
        boolean waits = registered.feed().state() == FeedState.ACTIVE && polling.isEmpty();
        due = waits ? Optional.of(new Due(this, asked ? now : next(now))) : Optional.empty();
        return due;
    }

    private Instant next(Instant now) {
        return status.flatMap(FeedStatus::nextPollAt).orElse(now);
    }

    /** Begins a poll if nothing else has been planned since. */
    synchronized void begin(Due planned, Thread poll) {
        if (due.filter(planned::equals).isPresent()) {
            due = Optional.empty();
            asked = false;
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
