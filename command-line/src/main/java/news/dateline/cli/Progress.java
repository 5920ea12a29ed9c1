package news.dateline.cli;

import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import picocli.CommandLine.Help.Ansi;

/** Says on standard error what is going on, and that it still goes on: each second on a terminal, else seldom. */
final class Progress implements AutoCloseable {
    private static final boolean TERMINAL = Ansi.AUTO.enabled();
    private static final Duration QUIET_INTERVAL = Duration.ofSeconds(10);

    private final Timer ticker = new Timer("progress", true);
    private final long begun = System.nanoTime();
    private String doing = "";
    private long toldAt = begun;

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
        toldAt = System.nanoTime();
        System.err.print(TERMINAL ? "\r\u001b[K" + line() : line() + "\n");
    }

    private synchronized void tick() {
        if (doing.isEmpty()) {
            return;
        }
        if (TERMINAL) {
            System.err.print("\r\u001b[K" + line());
        } else if (System.nanoTime() - toldAt > QUIET_INTERVAL.toNanos()) {
            toldAt = System.nanoTime();
            System.err.println(line());
        }
    }

    private String line() {
        return Ansi.AUTO.string("@|faint " + Console.plain(doing) + " … " + seconds() + " s|@");
    }

    long seconds() {
        return Duration.ofNanos(System.nanoTime() - begun).toSeconds();
    }

    /** Makes room for results; the next step begins a line of its own. */
    synchronized void clear() {
        if (TERMINAL && !doing.isEmpty()) {
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
