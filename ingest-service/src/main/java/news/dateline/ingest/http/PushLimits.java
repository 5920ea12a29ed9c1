package news.dateline.ingest.http;

import java.time.Duration;

/**
 * What bounds the pushes over HTTP.
 *
 * @param pushes       how many requests are worked on at the same time
 * @param client       how many of them, and how much, one client may push
 * @param waitMost     how long an article's acknowledgement is waited for
 * @param drainMost    how many bytes of a refused body are read on, so that its sender comes to see the answer
 * @param unpackedMost how many bytes a body that came as gzip may unpack to
 */
public record PushLimits(int pushes, ClientLimits client, Duration waitMost, long drainMost, long unpackedMost) {
    /** The limits of the service, with that many pushes at a time. */
    public static PushLimits standard(int pushes, ClientLimits client) {
        return new PushLimits(pushes, client, Duration.ofSeconds(5), BodyDrain.MOST_BYTES, 1024L * 1024 * 1024);
    }
}
