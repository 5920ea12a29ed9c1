package news.dateline.ingest.http;

import io.javalin.http.Context;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import news.dateline.ingest.format.Gunzip;

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
                ? new Bounded(Gunzip.of(body), limits.unpackedMost())
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
