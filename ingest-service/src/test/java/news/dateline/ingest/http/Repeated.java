package news.dateline.ingest.http;

import java.io.InputStream;

/** A long body: the same bytes over and over, made as they are read. */
final class Repeated extends InputStream {
    private final byte[] bytes;
    private final long total;
    private final Runnable whenRead;
    private long at;

    Repeated(byte[] bytes, long total, Runnable whenRead) {
        this.bytes = bytes;
        this.total = total;
        this.whenRead = whenRead;
    }

    @Override
    public int read() {
        return at == total ? -1 : bytes[(int) (at++ % bytes.length)];
    }

    @Override
    public int read(byte[] into, int from, int length) {
        whenRead.run();
        int count = (int) Math.min(length, total - at);
        for (int i = 0; i < count; i++) {
            into[from + i] = (byte) read();
        }
        return count == 0 ? -1 : count;
    }
}
