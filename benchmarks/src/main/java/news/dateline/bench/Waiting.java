package news.dateline.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits that end: each run is bounded in time. */
final class Waiting {
    static final Duration MOST = Duration.ofMinutes(5);

    private Waiting() {
    }

    /** Looks again and again, with a pause between. */
    static void until(String what, Duration pause, BooleanSupplier done) {
        long deadline = System.nanoTime() + MOST.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new BenchmarkFailed("waited " + MOST.toMinutes() + " min for " + what);
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new BenchmarkFailed("stopped while waiting for " + what);
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }
}
