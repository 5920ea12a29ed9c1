package news.dateline.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A feed and the WebSub hub that it offers, in one small server. The address that it calls is one before several instances:
 * each call reaches the next of them.
 */
final class SmallHub implements AutoCloseable {
    /** The address that instances are told to be reached by; nobody resolves it. */
    static final String CALLBACK = "http://ingest.invalid";

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 100);
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger items = new AtomicInteger(1);

    /** The forms that it was sent, and the answers to its questions whether they were meant. */
    final Queue<Map<String, String>> requests = new ConcurrentLinkedQueue<>();
    final Queue<String> intents = new ConcurrentLinkedQueue<>();
    final AtomicInteger polls = new AtomicInteger();
    volatile List<Integer> instances = List.of();

    SmallHub() throws IOException {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/robots.txt", exchange -> answer(exchange, 404, ""));
        server.createContext("/feed", exchange -> {
            polls.incrementAndGet();
            answer(exchange, 200, document());
        });
        server.createContext("/hub", exchange -> {
            Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            requests.add(form);
            answer(exchange, 202, "");
            ask(form);
        });
        server.start();
    }

    String feed() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/feed";
    }

    private String document() {
        return IntStream.rangeClosed(1, items.get())
                .mapToObj(number -> "<item><title>Headline " + number + "</title><link>http://site.example/" + number
                        + "</link></item>")
                .collect(Collectors.joining("", """
                        <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Feed</title>
                        <atom:link rel="hub" href="/hub"/><atom:link rel="self" href="%s"/>
                        """.formatted(feed()), "</channel></rss>"));
    }

    private static Map<String, String> form(String body) {
        return Stream.of(body.split("&")).map(field -> field.split("=", 2)).collect(Collectors.toMap(
                field -> URLDecoder.decode(field[0], UTF_8), field -> URLDecoder.decode(field[1], UTF_8)));
    }

    /** Asks whether a request was meant, with a challenge that only the answer can repeat. */
    private void ask(Map<String, String> form) {
        String challenge = "challenge-" + calls.get();
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(reached(form.get("hub.callback"))
                + "?hub.mode=" + form.get("hub.mode") + "&hub.topic="
                + URLEncoder.encode(form.get("hub.topic"), UTF_8) + "&hub.challenge=" + challenge
                + "&hub.lease_seconds=3600")).build());
        intents.add(form.get("hub.mode") + " " + answer.statusCode() + " " + answer.body().equals(challenge));
    }

    /** The publisher has another item and says so; subscribers are told, signed by the secret that they gave. */
    int publish(boolean rightlySigned) {
        items.incrementAndGet();
        Map<String, String> form = requests.peek();
        byte[] body = document().getBytes(UTF_8);
        String secret = form.get("hub.secret") + (rightlySigned ? "" : "x");
        return send(HttpRequest.newBuilder(URI.create(reached(form.get("hub.callback"))))
                .header("X-Hub-Signature", "sha256=" + hmac(secret, body)).header("Content-Type", "application/rss+xml")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build()).statusCode();
    }

    private String reached(String callback) {
        return callback.replace(CALLBACK,
                "http://127.0.0.1:" + instances.get(calls.getAndIncrement() % instances.size()));
    }

    private static String hmac(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
