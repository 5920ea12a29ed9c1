package news.dateline.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

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

    private StopSignal(int status) {
        this.status = status;
    }

    /**
     * Runs a command that a signal ends in order.
     *
     * @param status exit status of the process after a signal
     * @return exit status of a command that ended by itself
     */
    static int heededBy(IntSupplier command, int status) {
        StopSignal signal = new StopSignal(status);
        Thread hook = new Thread(signal::stop, "stop-signal");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return command.getAsInt();
        } catch (RuntimeException e) {
            // What was interrupted may fail in any way; that is the signal's doing, not a failure to tell of.
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

    private void stop() {
        given = true;
        command.interrupt();
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
