package news.dateline.ingest.http;

import io.javalin.http.Context;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** The bytes of a push, unpacked where they come as gzip. */
final class PushBody {
    private static final Set<String> PLAIN = Set.of("", "identity");
    private static final Set<String> PACKED = Set.of("gzip", "x-gzip");

    private PushBody() {
    }

    /** Refuses an encoding that is not taken, before anything is read. */
    static void checkEncoding(Context context) {
        if (!PLAIN.contains(encoding(context)) && !PACKED.contains(encoding(context))) {
            context.header("Accept-Encoding", "gzip");
            throw PushProblems.encoding().refusal();
        }
    }

    /** The bytes, unpacked; reading more of them than the limit throws {@link TooMuch}. */
    static InputStream of(Context context, PushLimits limits) throws IOException {
        InputStream body = context.bodyInputStream();
        return PACKED.contains(encoding(context))
                ? new Bounded(new GZIPInputStream(new Told(body)), limits.unpackedMost())
                : body;
    }

    private static String encoding(Context context) {
        return Optional.ofNullable(context.header("Content-Encoding")).orElse("").strip().toLowerCase(Locale.ROOT);
    }

    /** More bytes came out of a packed body than may. */
    static final class TooMuch extends IOException {
        private TooMuch() {
            super("more was unpacked than may be");
        }
    }

    /**
     * Tells truly whether more comes: gzip may stand in several parts, and Java's reader takes the end of one for the
     * end of all where the network has nothing at that moment.
     */
    private static final class Told extends PushbackInputStream {
        Told(InputStream in) {
            super(in, 1);
        }

        @Override
        public int available() throws IOException {
            int available = super.available();
            if (available > 0) {
                return available;
            }
            int next = read();
            if (next < 0) {
                return 0;
            }
            unread(next);
            return 1;
        }
    }

    private static final class Bounded extends FilterInputStream {
        private long left;

        Bounded(InputStream in, long most) {
            super(in);
            this.left = most;
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
                throw new TooMuch();
            }
            return read;
        }
    }
}
