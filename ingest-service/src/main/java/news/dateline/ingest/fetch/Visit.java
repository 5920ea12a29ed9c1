package news.dateline.ingest.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import news.dateline.contract.registry.WebAddress;

/** Requests made one after the other, with the turn at the host that is asked. Used by one thread. */
public final class Visit implements AutoCloseable {
    private static final Duration MOST_BETWEEN = Duration.ofSeconds(10);

    private final FetchLimits limits;
    private final WebClient client;
    private final Robots robots;
    private final HostTurns turns;
    private final Cost cost;
    private String host;

    Visit(URI url, FetchLimits limits, WebClient client, Robots robots, HostTurns turns, Cost cost)
            throws InterruptedException {
        this.limits = limits;
        this.client = client;
        this.robots = robots;
        this.turns = turns;
        this.cost = cost;
        turns.take(url.getHost());
        host = url.getHost();
    }

    /**
     * Fetches a URL and follows its redirects.
     *
     * @param url     in the form of {@link WebAddress}
     * @param headers of the request
     * @throws FetchFailed where there is no answer, or it may not be asked for
     */
    public Fetched fetch(URI url, Map<String, String> headers) throws FetchFailed, InterruptedException {
        return follow(url, next -> request(next, headers), Fetcher::isRedirect);
    }

    /**
     * Posts a form, and once more where a redirect says that it goes there. What a host says to robots is of its pages, not
     * of this; nothing of the answer's body is read.
     *
     * @param url in the form of {@link WebAddress}
     * @throws FetchFailed where there is no answer
     */
    public Fetched post(URI url, Map<String, String> form) throws FetchFailed, InterruptedException {
        return follow(url, next -> posted(next, form), Fetcher::keepsMethod);
    }

    private interface Request {
        Fetched answer(URI url) throws FetchFailed, InterruptedException;
    }

    private Fetched follow(URI url, Request request, IntPredicate redirects) throws FetchFailed, InterruptedException {
        Set<URI> asked = new HashSet<>();
        Optional<URI> movedTo = Optional.empty();
        boolean forGood = true;
        URI next = url;
        while (asked.add(next)) {
            if (asked.size() > limits.redirects() + 1) {
                throw new FetchFailed("redirects more than " + limits.redirects() + " times");
            }
            Fetched answer = request.answer(next);
            Optional<String> location = answer.header("location");
            if (!redirects.test(answer.status()) || location.isEmpty()) {
                return answer.after(movedTo);
            }
            next = WebAddress.redirected(next, location.get())
                    .orElseThrow(() -> new FetchFailed("redirects to what is no http or https address"));
            forGood &= Fetcher.isPermanent(answer.status());
            if (forGood) {
                movedTo = Optional.of(next);
            }
        }
        throw new FetchFailed("redirects in a circle");
    }

    private Fetched request(URI url, Map<String, String> headers) throws FetchFailed, InterruptedException {
        moveTo(url.getHost());
        try {
            robots.check(url, cost);
            pause(url);
            return client.get(url, headers, limits.bytes(), cost);
        } finally {
            refuseInterrupted();
        }
    }

    private Fetched posted(URI url, Map<String, String> form) throws FetchFailed, InterruptedException {
        moveTo(url.getHost());
        try {
            return client.post(url, form, cost);
        } finally {
            refuseInterrupted();
        }
    }

    /** A thread that is interrupted has its connection closed, which is no failure of the server's. */
    private static void refuseInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("a visit was interrupted");
        }
    }

    /** Where the host asks for time between two requests, it gets it within this visit; between visits hours pass. */
    private void pause(URI url) throws InterruptedException {
        Duration between = robots.between(url);
        if (cost.requests() > 0 && between.isPositive()) {
            Thread.sleep(between.compareTo(MOST_BETWEEN) > 0 ? MOST_BETWEEN : between);
        }
    }

    /** One turn at a time: who held one while waiting for another could wait for somebody who waits for the first. */
    private void moveTo(String next) throws InterruptedException {
        if (!next.equals(host)) {
            turns.give(host);
            host = "";
            turns.take(next);
            host = next;
        }
    }

    /** HTTP requests so far, those for robots.txt and redirects included. */
    public int requests() {
        return cost.requests();
    }

    /** Body bytes so far, as they were sent. */
    public long bytes() {
        return cost.bytes();
    }

    @Override
    public void close() {
        cost.giveBack();
        if (!host.isEmpty()) {
            turns.give(host);
            host = "";
        }
    }
}
