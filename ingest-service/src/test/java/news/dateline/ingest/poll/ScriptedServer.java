package news.dateline.ingest.poll;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A web server that answers as its script says, byte by byte, whatever HTTP says of it. */
final class ScriptedServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private volatile int mostOpen;

    /** Every request, in the order in which they came. */
    final List<Request> requests = new CopyOnWriteArrayList<>();

    /** What one path answers. */
    interface Script {
        void answer(Request request, OutputStream out) throws IOException, InterruptedException;
    }

    record Request(String path, Map<String, String> headers, String body) {
        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }

    /** A server on every loopback address. */
    ScriptedServer() {
        try {
            socket = new ServerSocket(0, 1_000, InetAddress.getByName("0.0.0.0"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("scripted-server").start(this::run);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** What a path answers from now on. */
    void at(String path, Script script) {
        scripts.put(path, script);
    }

    /** A whole answer from now on. */
    void at(String path, int status, String headers, byte[] body) {
        at(path, (request, out) -> answer(out, status, headers, body));
    }

    void at(String path, int status, String headers, String body) {
        at(path, status, headers, body.getBytes(UTF_8));
    }

    static void answer(OutputStream out, int status, String headers, byte[] body) throws IOException {
        out.write(("HTTP/1.1 " + status + " " + (status == 200 ? "OK" : "Said so") + "\r\n" + headers
                + "content-length: " + body.length + "\r\nconnection: close\r\n\r\n").getBytes(ISO_8859_1));
        out.write(body);
        out.flush();
    }

    /** Requests but those for robots.txt. */
    List<Request> asked() {
        return requests.stream().filter(request -> !request.path().equals("/robots.txt")).toList();
    }

    int mostOpen() {
        return mostOpen;
    }

    private void run() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread.startVirtualThread(() -> serve(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            BufferedReader in = new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
            String line = in.readLine();
            if (line == null) {
                return;
            }
            Map<String, String> headers = new TreeMap<>();
            for (String header = in.readLine(); header != null && !header.isEmpty(); header = in.readLine()) {
                int colon = header.indexOf(':');
                headers.put(header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
            }
            Request request = new Request(line.split(" ", 3)[1], headers, body(in, headers));
            requests.add(request);
            mostOpen = Math.max(mostOpen, open.incrementAndGet());
            scripts.getOrDefault(request.path(), (none, out) -> answer(out, 404, "", new byte[0])).answer(request,
                    connection.getOutputStream());
        } catch (IOException e) {
            // The client has had enough.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.decrementAndGet();
        }
    }

    private static String body(BufferedReader in, Map<String, String> headers) throws IOException {
        char[] body = new char[Integer.parseInt(headers.getOrDefault("content-length", "0"))];
        int length = 0;
        while (length < body.length) {
            int read = in.read(body, length, body.length - length);
            if (read < 0) {
                throw new IOException("the request ended before its body was whole");
            }
            length += read;
        }
        return new String(body);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
