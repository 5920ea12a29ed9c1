package news.dateline.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Ctrl-C and SIGTERM for a command that has something to put in order: its thread is interrupted and given time to end.
 *
 * <p>Without this the JVM would end at once, and an embedded PostgreSQL would outlive it.
 */
final class StopSignal {
    private static final long PATIENCE_SECONDS = 30;

    private final Thread command = Thread.currentThread();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final int status;
    private volatile boolean given;
    private boolean shielded;

    private StopSignal(int status) {
        this.status = status;
    }

    /**
     * Runs a command that a signal ends in order.
     *
     * @param status exit status of the process after a signal
     * @return exit status of a command that ended by itself
     */
    static int heededBy(ToIntFunction<StopSignal> command, int status) {
        StopSignal signal = new StopSignal(status);
        Thread hook = new Thread(signal::stop, "stop-signal");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return command.applyAsInt(signal);
        } catch (RuntimeException | Error e) {
            // What is stopped half-way may fail in any way; that is the signal's doing, not a failure to tell of.
            if (signal.given) {
                return status;
            }
            throw e;
        } finally {
            if (!signal.given) {
                removeWhileRunning(hook, signal);
            }
            signal.ended.countDown();
        }
    }

    private static void removeWhileRunning(Thread hook, StopSignal signal) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The signal came just now, when there is nothing left to stop.
            signal.given = true;
        }
    }

    /** Does what must not be interrupted: a broker that is, while it writes, ends the process on the spot. */
    <T> T shielded(Supplier<T> work) {
        shield(true);
        try {
            return work.get();
        } finally {
            shield(false);
        }
    }

    private synchronized void shield(boolean on) {
        shielded = on;
        if (!on && given) {
            command.interrupt();
        }
    }

    /** For long work that is shielded: fails between two of its steps once the signal was given. */
    void check() {
        if (given) {
            throw new Failure("stopped");
        }
    }

    private synchronized void give() {
        given = true;
        if (!shielded) {
            command.interrupt();
        }
    }

    private void stop() {
        give();
        boolean inOrder = false;
        try {
            inOrder = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // Only so can a hook choose the exit status; nothing else is left to be done.
        Runtime.getRuntime().halt(inOrder ? status : 1);
    }
}
