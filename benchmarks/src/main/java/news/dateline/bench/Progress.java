package news.dateline.bench;

import java.time.Duration;

/** Tells on standard error what goes on, with the seconds since the start. */
final class Progress {
    private final long begun = System.nanoTime();

    void step(String what) {
        System.err.printf("%4d s  %s …%n", seconds(), what);
    }

    void note(String format, Object... values) {
        System.err.printf("%4d s    %s%n", seconds(), String.format(format, values));
    }

    private long seconds() {
        return Duration.ofNanos(System.nanoTime() - begun).toSeconds();
    }
}
