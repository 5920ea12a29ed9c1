package news.dateline.ingest.poll;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import news.dateline.contract.Feed;
import news.dateline.contract.FeedStatus;

/**
 * How often feeds are polled: the more often, the more often they have something new; ever more seldom while they fail.
 *
 * @param least  between two polls of a feed, where its own bounds say nothing else
 * @param most   the same
 * @param random from 0 to 1, for schedules that don't clump
 */
record Pace(Duration least, Duration most, DoubleSupplier random) {
    private static final long FIRST = Duration.ofMinutes(15).toSeconds();
    private static final Duration MOST_BACK_OFF = Duration.ofDays(1);
    private static final Duration GONE = Duration.ofDays(7);
    private static final Duration HUB_FIRST = Duration.ofMinutes(10);
    private static final int MOST_DOUBLINGS = 20;

    /** Seconds between polls after one that worked. */
    long interval(Feed feed, Optional<FeedStatus> before, long newItems, long items) {
        long from = least(feed);
        long to = most(feed);
        long last = before.map(FeedStatus::intervalSeconds).filter(seconds -> seconds > 0).orElse(0L);
        double next = last == 0 ? FIRST : last * factor(newItems, items);
        return Math.clamp(Math.round(next), from, to);
    }

    private static double factor(long newItems, long items) {
        if (newItems == 0) {
            return 1.25;
        }
        return newItems * 2 > items ? 0.4 : 0.67;
    }

    private long most(Feed feed) {
        return Math.max(least(feed), feed.mostSeconds().map(Integer::longValue).orElse(most.toSeconds()));
    }

    private long least(Feed feed) {
        return feed.leastSeconds().map(Integer::longValue).orElse(least.toSeconds());
    }

    /** Until the next poll after one that worked; anywhere in the interval after the first, so that feeds added together part. */
    Duration afterSuccess(long interval, boolean first, Optional<Duration> keptFresh) {
        double share = first ? 0.1 + 0.9 * random.getAsDouble() : jitter();
        Duration next = Duration.ofMillis(Math.max(1_000, Math.round(interval * 1000.0 * share)));
        return keptFresh.map(fresh -> fresh.compareTo(most) < 0 ? fresh : most)
                .filter(fresh -> fresh.compareTo(next) > 0).orElse(next);
    }

    /** Until the next poll after the one that failed as the n-th in a row. */
    Duration afterFailure(Feed feed, Optional<FeedStatus> before, long failures, Optional<Duration> asked) {
        long base = Math.max(least(feed), before.map(FeedStatus::intervalSeconds).orElse(0L));
        long doublings = Math.min(failures - 1, MOST_DOUBLINGS);
        Duration backOff = capped(Duration.ofMillis(Math.round((base << doublings) * 1000.0 * jitter())));
        return asked.map(Pace::capped).filter(until -> until.compareTo(backOff) > 0).orElse(backOff);
    }

    /** Until the next poll where a hub tells of news: as seldom as may be. */
    Duration rarely(Feed feed) {
        return Duration.ofMillis(Math.round(most(feed) * 1000.0 * (0.8 + 0.2 * random.getAsDouble())));
    }

    /** Until the next poll after one that found nothing of the news that a hub told of: a cache on the way may be behind. */
    Duration soon(Feed feed) {
        return Duration.ofMillis(Math.round(least(feed) * 1000.0 * jitter()));
    }

    /** Until a hub is asked again that was asked as often and has confirmed nothing. */
    Duration afterRequest(long requests) {
        return capped(Duration.ofMillis(Math.round(
                (HUB_FIRST.toMillis() << Math.min(requests, MOST_DOUBLINGS)) * jitter())));
    }

    Duration afterGone() {
        return Duration.ofMillis(Math.round(GONE.toMillis() * jitter()));
    }

    private static Duration capped(Duration wait) {
        return wait.compareTo(MOST_BACK_OFF) > 0 ? MOST_BACK_OFF : wait;
    }

    private double jitter() {
        return 0.9 + 0.2 * random.getAsDouble();
    }
}
