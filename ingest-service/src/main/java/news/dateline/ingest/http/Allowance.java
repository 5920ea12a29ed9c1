package news.dateline.ingest.http;

import java.time.Duration;

/** So much a second, of which a second's worth can be saved up. */
final class Allowance {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final double nanosEach;
    private long paidUntil;

    Allowance(long eachSecond, long now) {
        nanosEach = SECOND / (double) eachSecond;
        paidUntil = now - SECOND;
    }

    synchronized void spend(long amount, long now) {
        paidUntil = Math.max(paidUntil, now - SECOND) + (long) (amount * nanosEach);
    }

    /** How long, in nanoseconds, until there is something to spend again. */
    synchronized long owed(long now) {
        return Math.max(0, paidUntil - now);
    }
}
