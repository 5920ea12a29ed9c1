package news.dateline.ingest.fetch;

import java.time.Duration;

/**
 * What a fetch may take.
 *
 * @param bytes     of a body, decompressed
 * @param silence   how long a server may send nothing
 * @param total     how long one request may take until its last byte
 * @param redirects followed for one fetch
 * @param large     how many bodies above {@link #SMALL_BYTES} are held at the same time
 */
public record FetchLimits(int bytes, Duration silence, Duration total, int redirects, int large) {
    /** A body up to this size needs nobody's leave. */
    static final int SMALL_BYTES = 1024 * 1024;

    /** The usual limits. */
    public static FetchLimits standard(int bytes, Duration total) {
        Duration silence = total.compareTo(Duration.ofSeconds(10)) < 0 ? total : Duration.ofSeconds(10);
        return new FetchLimits(bytes, silence, total, 5, 4);
    }
}
