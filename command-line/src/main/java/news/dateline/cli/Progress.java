package news.dateline.cli;

import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;

/** Says on standard error what is going on, and that it still goes on: each second on a terminal, else seldom. */
final class Progress implements AutoCloseable {
    private static final Duration STEP_INTERVAL = Duration.ofSeconds(1);
    private static final Duration QUIET_INTERVAL = Duration.ofSeconds(10);

    private final Timer ticker = new Timer("progress", true);
    private final long begun = System.nanoTime();
    private String doing = "";
    private long toldAt = begun - STEP_INTERVAL.toNanos();
    private boolean told;

    Progress() {
        ticker.schedule(new TimerTask() {
            @Override
            public void run() {
                tick();
            }
        }, 1_000, 1_000);
    }

    /** What is being done from now on. */
    synchronized void step(String what) {
        doing = what;
        told = false;
        if (Console.isWatched()) {
            System.err.print("\r\u001b[K" + line());
        } else {
            tellUnlessToldWithin(STEP_INTERVAL);
        }
    }

    private synchronized void tick() {
        if (doing.isEmpty()) {
            return;
        }
        if (Console.isWatched()) {
            System.err.print("\r\u001b[K" + line());
        } else {
            tellUnlessToldWithin(told ? QUIET_INTERVAL : STEP_INTERVAL);
        }
    }

    /** A log of a thousand files must not become a thousand lines. */
    private void tellUnlessToldWithin(Duration interval) {
        if (System.nanoTime() - toldAt >= interval.toNanos()) {
            toldAt = System.nanoTime();
            told = true;
            System.err.println(line());
        }
    }

    private String line() {
        return Console.plain(doing) + " … " + seconds() + " s";
    }

    long seconds() {
        return Duration.ofNanos(System.nanoTime() - begun).toSeconds();
    }

    /** Makes room for results; the next step begins a line of its own. */
    synchronized void clear() {
        if (Console.isWatched() && !doing.isEmpty()) {
            System.err.print("\r\u001b[K");
        }
        doing = "";
    }

    @Override
    public void close() {
        ticker.cancel();
        clear();
    }
}
