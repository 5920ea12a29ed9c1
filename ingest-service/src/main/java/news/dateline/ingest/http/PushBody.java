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
    private static final String RAW = "push.body";
    private static final String KEPT = "push.kept";
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

    /** The body is read in this place from now on. */
    static void in(PushRoom.Place place, Context context) {
        context.attribute(RAW, place.body(raw(context)));
    }

    /** The body and its answer are of a push with a key. */
    static void keep(Context context, AnswerCopy copy) {
        context.attribute(KEPT, copy);
        context.attribute(RAW, copy.reading(raw(context)));
    }

    static Optional<AnswerCopy> kept(Context context) {
        return Optional.ofNullable(context.attribute(KEPT));
    }

    /** The bytes as they came. */
    static InputStream raw(Context context) {
        InputStream raw = context.attribute(RAW);
        return raw == null ? context.bodyInputStream() : raw;
    }

    /** The bytes, unpacked; reading more of them than the limit throws {@link TooMuch}. */
    static InputStream of(Context context, PushLimits limits) throws IOException {
        return PACKED.contains(encoding(context))
                ? new Bounded(new Counted(raw(context)), limits.unpackedMost())
                : raw(context);
    }

    private static String encoding(Context context) {
        return Optional.ofNullable(context.header("Content-Encoding")).orElse("").strip().toLowerCase(Locale.ROOT);
    }

    /** Text packs to a tenth, hardly ever to a hundredth; a bomb to a thousandth. */
    static final int TIMES_MOST = 200;
    private static final int UNSUSPECTED = 1024 * 1024;

    /** More bytes came out of a packed body than may. */
    static final class TooMuch extends IOException {
        private TooMuch() {
            super("more was unpacked than may be");
        }
    }

    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            count += Math.max(0, read);
            return read;
        }
    }

    private static final class Bounded extends FilterInputStream {
        private final Counted packed;
        private final long most;
        private long count;

        Bounded(Counted packed, long most) throws IOException {
            super(Gunzip.of(packed));
            this.packed = packed;
            this.most = most;
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
            if (count > most || (count > UNSUSPECTED && count > TIMES_MOST * packed.count)) {
                throw new TooMuch();
            }
            return read;
        }
    }
}
