package news.dateline.chassis;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What went wrong last, in one line: told until it is over, or has not happened again for a while. The latter, since a service that
 * is not ready may be given nothing to do by which it could show that all is well.
 */
public final class Trouble {
    private final Duration told;
    private final InstantSource clock;
    private volatile Optional<Last> last = Optional.empty();

    private record Last(String what, Instant at) {}

    /**
     * No trouble yet.
     *
     * @param told how long it is told after it happened last
     */
    public Trouble(Duration told, InstantSource clock) {
        this.told = told;
        this.clock = clock;
    }

    /** It happened, once more or for the first time. */
    public void happened(String what) {
        last = Optional.of(new Last(what, clock.instant()));
    }

    /** What was in trouble works again. */
    public void isOver() {
        if (last.isPresent()) {
            last = Optional.empty();
        }
    }

    /** Waiting for its end, or up. */
    public Health health() {
        return last.filter(trouble -> clock.instant().isBefore(trouble.at().plus(told)))
                .<Health>map(trouble -> new Health.Waiting(trouble.what())).orElse(Health.UP);
    }
}
