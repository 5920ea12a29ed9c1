package news.dateline.ingest.format;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes that are counted as they are read, up to a limit. */
public final class CountedBytes extends FilterInputStream {
    private final Limit limit;
    private long count;

    /** Told of how many bytes there are after each read; throws where there are too many. */
    public interface Limit {
        void check(long count) throws IOException;
    }

    public CountedBytes(InputStream in, Limit limit) {
        super(in);
        this.limit = limit;
    }

    /** Bytes without a limit. */
    public static CountedBytes of(InputStream in) {
        return new CountedBytes(in, any -> {
        });
    }

    /** How many have been read. */
    public long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int read = super.read(into, from, length);
        count += Math.max(0, read);
        limit.check(count);
        return read;
    }
}
