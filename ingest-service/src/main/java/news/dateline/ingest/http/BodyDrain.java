package news.dateline.ingest.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Reads on in a body that is not wanted: a sender that is still writing when the connection closes sees no answer. */
final class BodyDrain {
    /** What is read of a body whose answer is known. */
    static final long MOST_BYTES = 128L * 1024 * 1024;
    private static final Duration MOST = Duration.ofSeconds(10);

    private BodyDrain() {
    }

    static void drain(InputStream body, long mostBytes) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long start = System.nanoTime();
        long left = mostBytes;
        int read = 0;
        while (read >= 0 && left > 0 && System.nanoTime() - start < MOST.toNanos()) {
            read = body.read(buffer);
            left -= read;
        }
    }
}
