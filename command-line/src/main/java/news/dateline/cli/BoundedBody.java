package news.dateline.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** The body of an answer from anywhere: one that is too long or takes too long ends with an error. */
final class BoundedBody extends FilterInputStream {
    private static final long MOST_BYTES = 4L * 1024 * 1024 * 1024;
    private static final Duration MOST_TIME = Duration.ofMinutes(30);

    private final long begun = System.nanoTime();
    private long left = MOST_BYTES;

    BoundedBody(InputStream body) {
        super(body);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        left -= Math.max(0, read);
        if (left < 0) {
            throw new IOException("it is longer than " + MOST_BYTES + " bytes");
        }
        if (System.nanoTime() - begun > MOST_TIME.toNanos()) {
            throw new IOException("it takes longer than " + MOST_TIME.toMinutes() + " minutes");
        }
        return read;
    }
}
