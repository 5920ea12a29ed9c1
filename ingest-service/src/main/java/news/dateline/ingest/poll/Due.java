package news.dateline.ingest.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/** A time at which a feed is to be polled, unless something else has been planned since. */
record Due(PolledFeed feed, Instant at) implements Delayed {
    @Override
    public long getDelay(TimeUnit unit) {
        return unit.convert(Duration.between(Instant.now(), at));
    }

    @Override
    public int compareTo(Delayed other) {
        return at.compareTo(((Due) other).at());
    }
}
