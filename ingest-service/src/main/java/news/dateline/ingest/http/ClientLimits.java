package news.dateline.ingest.http;

/**
 * What bounds the pushes of one client.
 *
 * @param pushes   how many are worked on at the same time
 * @param requests how many may come in a second
 * @param bytes    how many bytes of bodies are read in a second; beyond that the client waits
 */
public record ClientLimits(int pushes, int requests, int bytes) {
    /** The limits of the service unless set. */
    public static final ClientLimits STANDARD = new ClientLimits(16, 1_000, 128 * 1024 * 1024);
}
