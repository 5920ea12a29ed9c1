package news.dateline.ingest.fetch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Semaphore;

/** What a visit has cost so far, and the leave that it may need for a large body. */
final class Cost {
    private final Semaphore largeBodies;
    private int requests;
    private long bytes;
    private boolean large;

    Cost(Semaphore largeBodies) {
        this.largeBodies = largeBodies;
    }

    void request() {
        requests++;
    }

    void bytes(long sent) {
        bytes += sent;
    }

    int requests() {
        return requests;
    }

    long bytes() {
        return bytes;
    }

    /** Waits until few enough others hold a large body; the request's own deadline bounds how long. */
    void large() throws IOException {
        if (large) {
            return;
        }
        try {
            largeBodies.acquire();
            large = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    void giveBack() {
        if (large) {
            largeBodies.release();
            large = false;
        }
    }
}
