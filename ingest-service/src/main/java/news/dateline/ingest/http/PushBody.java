package news.dateline.ingest.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import news.dateline.ingest.format.CountedBytes;
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
                ? unpacked(CountedBytes.of(raw(context)), limits.unpackedMost())
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

    private static InputStream unpacked(CountedBytes packed, long most) throws IOException {
        return new CountedBytes(Gunzip.of(packed), count -> {
            if (count > most || (count > UNSUSPECTED && count > TIMES_MOST * packed.count())) {
                throw new TooMuch();
            }
        });
    }
}
