package news.dateline.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/** A server of feeds on every loopback address, each address a host of its own; a feed has a new item at every fifth poll. */
final class FeedServer implements AutoCloseable {
    private static final int ITEMS = 15;
    private static final int POLLS_TO_A_NEW_ITEM = 5;
    private static final String TEXT = "Volunteers have mended the lens of the old lighthouse, and ferries sail again. "
            .repeat(4);

    private final HttpServer server;
    private final Map<String, Integer> polls = new ConcurrentHashMap<>();
    private final Map<Long, LongAdder> perSecond = new ConcurrentHashMap<>();

    FeedServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 1_000);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", FeedServer::nothing);
        server.createContext("/feed", this::feed);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** How many feeds have been polled at least once. */
    int polled() {
        return polls.size();
    }

    /** Polls by second of the clock. */
    Map<Long, LongAdder> perSecond() {
        return perSecond;
    }

    private static void nothing(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(404, -1);
        }
    }

    private void feed(HttpExchange exchange) throws IOException {
        perSecond.computeIfAbsent(System.currentTimeMillis() / 1_000, none -> new LongAdder()).increment();
        String host = exchange.getRequestHeaders().getFirst("Host");
        int newest = ITEMS + polls.merge(host, 1, Integer::sum) / POLLS_TO_A_NEW_ITEM;
        String tag = "\"" + newest + "\"";
        try (exchange) {
            exchange.getResponseHeaders().set("ETag", tag);
            if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            byte[] body = document(host, newest).getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String document(String host, int newest) {
        StringBuilder feed = new StringBuilder("<rss version=\"2.0\"><channel><title>").append(host)
                .append("</title><link>http://").append(host).append("/</link>");
        for (int number = newest; number > newest - ITEMS; number--) {
            feed.append("<item><guid>").append(number).append("</guid><title>Headline ").append(number)
                    .append("</title><link>http://").append(host).append('/').append(number)
                    .append("</link><description>").append(TEXT).append(host).append(' ').append(number)
                    .append("</description></item>");
        }
        return feed.append("</channel></rss>").toString();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
