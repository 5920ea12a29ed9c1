package news.dateline.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The ports of a local pipeline on the loopback address; 0 takes any that is free.
 *
 * @param kafka     the broker
 * @param ingest    push API
 * @param read      read API
 * @param enrich    health and metrics of enrich
 * @param dashboard the operator's page
 * @param postgres  the database
 */
public record Ports(int kafka, int ingest, int read, int enrich, int dashboard, int postgres) {
    /** The ports that the documentation names. */
    public static final Ports STANDARD = new Ports(9092, 8401, 8402, 8403, 8400, 5433);

    /** Ports that nobody else uses. */
    public static final Ports ANY_FREE = new Ports(0, 0, 0, 0, 0, 0);

    /**
     * Tries each port before anything is started on it.
     *
     * @throws CannotStart naming the port that is taken
     */
    void checkFree() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("kafka", kafka);
        ports.put("ingest", ingest);
        ports.put("read", read);
        ports.put("enrich", enrich);
        ports.put("dashboard", dashboard);
        ports.put("postgres", postgres);
        ports.forEach((name, port) -> {
            try (ServerSocket socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            } catch (IOException e) {
                throw new CannotStart(
                        "port " + port + " is taken; choose another with --" + name + "-port, or 0 for any",
                        e);
            }
        });
    }
}
