package news.dateline.ingest.fetch;

import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;

/**
 * Fetches from the web, safely and politely: public addresses only, bounded in time, bytes and redirects; one request at
 * a time to a host, and what its robots.txt forbids is not asked for.
 */
public final class Fetcher implements AutoCloseable {
    private final FetchLimits limits;
    private final SafeAddresses addresses;
    private final WebClient client;
    private final Robots robots;
    private final HostTurns turns = new HostTurns();
    private final Semaphore largeBodies;

    /**
     * A fetcher.
     *
     * @param agent the {@code user-agent}; up to the first slash or blank it is the name that robots.txt knows it by
     */
    public Fetcher(FetchLimits limits, SafeAddresses addresses, String agent, InstantSource clock) {
        this.limits = limits;
        this.addresses = addresses;
        client = new WebClient(limits, addresses, agent);
        robots = new Robots(client, agent, clock);
        largeBodies = new Semaphore(limits.large(), true);
    }

    /** Waits for the turn at the URL's host and holds it until the visit is closed. */
    public Visit visit(URI url) throws InterruptedException {
        return new Visit(url, limits, client, robots, turns, new Cost(largeBodies));
    }

    static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || keepsMethod(status);
    }

    static boolean isPermanent(int status) {
        return status == 301 || status == 308;
    }

    static boolean keepsMethod(int status) {
        return status == 307 || status == 308;
    }

    @Override
    public void close() {
        client.close();
        addresses.close();
    }
}
