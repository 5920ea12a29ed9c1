package news.dateline.ingest.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads on in a body that is not wanted: a sender that is still writing when the connection closes sees no answer. */
final class BodyDrain {
    /** What is read of a body whose answer is known. */
    static final long MOST_BYTES = 128L * 1024 * 1024;
    private static final Duration MOST = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(BodyDrain.class);

    private BodyDrain() {
    }

    static void drain(InputStream body, long mostBytes) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long start = System.nanoTime();
        long left = mostBytes;
        int read = 0;
        try {
            while (read >= 0 && left > 0 && System.nanoTime() - start < MOST.toNanos()) {
                read = body.read(buffer);
                left -= read;
            }
        } catch (PushRoom.TooSlow e) {
            LOG.atDebug().log("a body that is not wanted made room");
        }
    }
}
