package news.dateline.dashboard.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import news.dateline.chassis.Health;
import news.dateline.chassis.Problem;
import news.dateline.contract.ContractJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is new to every open page, as server-sent events.
 *
 * <p>Each page is served by its own virtual thread and is given the newest view whenever it has taken the one before, so a slow one
 * misses some and holds up nobody.
 */
public final class Live implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Live.class);
    private static final int MOST_PAGES = 200;
    private static final Duration QUIET = Duration.ofSeconds(2);

    private final Semaphore pages = new Semaphore(MOST_PAGES);
    private final Supplier<Health> health;
    private byte[] newest = new byte[0];
    private long version;
    private boolean closed;

    /**
     * Nothing to send yet.
     *
     * @param health is told instead where nothing new comes
     */
    public Live(Supplier<Health> health) {
        this.health = health;
    }

    /** There is a newer view. */
    public synchronized void publish(Object view) {
        newest = event("view", view);
        version++;
        notifyAll();
    }

    /** Serves one page until it goes away. */
    public void follow(Context context) {
        if (!pages.tryAcquire()) {
            throw Problem.of(503, "busy", "Too many pages", MOST_PAGES + " pages are open already").refusal();
        }
        try {
            context.contentType("text/event-stream; charset=utf-8").header("X-Accel-Buffering", "no");
            // Not Javalin's own stream, which keeps back what is flushed.
            ServletOutputStream out = context.res().getOutputStream();
            out.write("retry: 1000\n\n".getBytes(UTF_8));
            long sent = -1;
            while (true) {
                long now = awaitNewer(sent);
                if (now < 0) {
                    return;
                }
                out.write(now == sent || now == 0 ? trouble() : bytes());
                out.flush();
                sent = now;
            }
        } catch (IOException e) {
            LOG.atDebug().log("a page went away");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            pages.release();
        }
    }

    private synchronized byte[] bytes() {
        return newest;
    }

    /** The version that there is, newer or not, after a while at most; less than 0 where there will be none. */
    private synchronized long awaitNewer(long sent) throws InterruptedException {
        long deadline = System.nanoTime() + QUIET.toNanos();
        while (!closed && version <= sent && System.nanoTime() < deadline) {
            wait(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
        }
        return closed ? -1 : version;
    }

    private byte[] trouble() {
        record Trouble(String why) {}
        return event("trouble", new Trouble(switch (health.get()) {
            case Health.Up() -> "nothing new from Kafka";
            case Health.Waiting(String what) -> what;
            case Health.Failed(String why) -> why;
        }));
    }

    private static byte[] event(String name, Object value) {
        return ("event: " + name + "\ndata: " + ContractJson.mapper().writeValueAsString(value) + "\n\n")
                .getBytes(UTF_8);
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
