package news.dateline.ingest.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * The lines of an NDJSON body, read one after another in bounded memory; blank ones count but are passed over.
 *
 * <p>Of a line that is longer than an article may be, one byte more than that is kept, so that its length tells.
 */
public final class ArticleLines {
    private static final int BUFFER_BYTES = 16 * 1024;

    private final InputStream in;
    private final int mostBytes;
    private final long endless;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int next;
    private int end;
    private int number;

    public ArticleLines(InputStream in, int mostBytes) {
        this(in, mostBytes, Long.MAX_VALUE);
    }

    /** Lines of a body that may never end: one longer than that throws {@link Endless}. */
    public ArticleLines(InputStream in, int mostBytes, long endless) {
        this.in = in;
        this.mostBytes = mostBytes;
        this.endless = endless;
    }

    /** The next line that is not blank; empty at the end. */
    public Optional<Line> next() throws IOException {
        while (next < end || fill()) {
            byte[] bytes = line();
            number++;
            if (!isBlank(bytes)) {
                return Optional.of(new Line(number, bytes));
            }
        }
        return Optional.empty();
    }

    private byte[] line() throws IOException {
        int start = next;
        toLineEnd();
        if (next == end || next - start > mostBytes) {
            next = start;
            return longLine();
        }
        byte[] line = Arrays.copyOfRange(buffer, start, next);
        next++;
        return line;
    }

    /** One that goes on beyond what is in the buffer, or is longer than an article may be. */
    private byte[] longLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(2 * (end - next));
        long length = 0;
        do {
            int start = next;
            if (length > endless) {
                throw new Endless();
            }
            toLineEnd();
            length += next - start;
            line.write(buffer, start, Math.min(next - start, mostBytes + 1 - line.size()));
            if (next < end) {
                next++;
                break;
            }
        } while (fill());
        return line.toByteArray();
    }

    private void toLineEnd() {
        while (next < end && buffer[next] != '\n') {
            next++;
        }
    }

    private boolean fill() throws IOException {
        next = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    /** A line goes on and on. */
    public static final class Endless extends IOException {
        private Endless() {
            super("a line does not end");
        }
    }

    /** A line of NDJSON. */
    public static final class Line {
        private final int number;
        private final byte[] bytes;

        private Line(int number, byte[] bytes) {
            this.number = number;
            this.bytes = bytes;
        }

        /** Its number, from 1. */
        public int number() {
            return number;
        }

        /** Its bytes, without the line's end. */
        public byte[] bytes() {
            return bytes;
        }
    }
}
