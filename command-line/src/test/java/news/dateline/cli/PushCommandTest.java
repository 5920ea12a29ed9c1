package news.dateline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command against a server that takes everything, until it is told to go away. */
class PushCommandTest {
    private static final String LINE = "{\"headline\":\"Harbour reopens\"}\n";
    private static final String RSS = "<?xml version=\"1.0\"?><rss><channel><item><title>A</title></item></channel></rss>";
    private static final String PAGE = "<!DOCTYPE html><title>Harbour reopens</title><p>Ships are back.</p>";
    private static final Path WARCS = Path.of("../../shared/data/warc");

    @TempDir
    private Path folder;
    private final List<Pushed> pushes = Collections.synchronizedList(new ArrayList<>());
    private volatile int takes = Integer.MAX_VALUE;
    private HttpServer server;

    private record Pushed(String type, String query, String body) {}

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/articles", this::take);
        server.createContext("/feed", exchange -> answer(exchange, 200, "text/plain; charset=utf-8", RSS));
        server.createContext("/page", exchange -> answer(exchange, 200, "text/html; charset=utf-8", PAGE));
        server.start();
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        if (pushes.size() >= takes) {
            answer(exchange, 401, "application/problem+json", "{\"detail\":\"gone\"}");
            return;
        }
        String type = exchange.getRequestHeaders().getFirst("content-type");
        pushes.add(new Pushed(type, Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""), body));
        int lines = (int) body.lines().count();
        StringBuilder answer = new StringBuilder();
        IntStream.rangeClosed(1, lines).forEach(
                line -> answer.append("{\"line\":" + line + ",\"status\":\"accepted\",\"articleId\":\"a\"}\n"));
        boolean isLines = type.equals(PushFile.LINES);
        answer(exchange, 200, isLines ? PushFile.LINES : "application/json",
                isLines ? answer.toString() : "{\"articleId\":\"a\"}");
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        exchange.getResponseHeaders().set("content-type", type);
        exchange.sendResponseHeaders(status, body.getBytes(UTF_8).length);
        exchange.getResponseBody().write(body.getBytes(UTF_8));
        exchange.close();
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private int push(Object... arguments) {
        List<String> all = new ArrayList<>(List.of("push", "--ingest", address("")));
        for (Object argument : arguments) {
            all.add(argument.toString());
        }
        return Dateline.run(all.toArray(String[]::new));
    }

    private Path file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private Path packed(String name, String... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String part : parts) {
            try (OutputStream out = new GZIPOutputStream(all) {
                @Override
                public void close() throws IOException {
                    finish();
                }
            }) {
                out.write(part.getBytes(UTF_8));
            }
        }
        return Files.write(folder.resolve(name), all.toByteArray());
    }

    @Test
    void tellsEachFilesFormatByNameAndContent() throws IOException {
        file("a.json", "{\"headline\":\"x\"}");
        file("b.json", LINE + LINE);
        file("c.json", "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[]}");
        file("d/e.xml", RSS);
        file("d/f.xml", "<?xml version=\"1.0\"?>\n" + PAGE);
        file("g.html", PAGE);
        file("h.txt", "<b>Scraped");
        packed("i.ndjson.gz", LINE, LINE);
        file("README.md", "nothing");

        assertThat(push(folder)).isZero();

        assertThat(pushes).extracting(Pushed::type).containsExactly("application/json", PushFile.LINES,
                "application/feed+json", PushFile.FEED, PushFile.HTML, PushFile.HTML, "text/plain", PushFile.LINES);
        assertThat(pushes.getLast().body()).isEqualTo(LINE + LINE);
    }

    @Test
    void takesPatternsAndAFileWhoseContentAloneTells() throws IOException {
        file("one.dat", LINE + LINE);
        file("two.dat", RSS);
        file("three.txt", "not asked for");

        assertThat(push(folder + "/*.dat")).isZero();

        assertThat(pushes).extracting(Pushed::type).containsExactly(PushFile.LINES, PushFile.FEED);
    }

    @Test
    void goesOnWithTheOthersWhereAFileFails() throws IOException {
        Path bad = Files.write(folder.resolve("a.ndjson.gz"), new byte[]{0x1F, (byte) 0x8B, 7, 7, 7});
        Path unknown = file("b.bin", "\u0001\u0002");
        Path good = file("c.ndjson", LINE);

        assertThat(push(bad, unknown, folder.resolve("none.json"), folder + "/*.pdf", good)).isEqualTo(1);

        assertThat(pushes).extracting(Pushed::body).containsExactly(LINE);
    }

    @Test
    void fetchesUrlsAndTellsTheServerWhereTheyWere() {
        assertThat(push(address("/feed"), address("/page"))).isZero();

        assertThat(pushes).extracting(Pushed::type).containsExactly("application/xml; charset=utf-8",
                "text/html; charset=utf-8");
        assertThat(pushes).extracting(Pushed::query).containsExactly("url=" + Http.encode(address("/feed")),
                "url=" + Http.encode(address("/page")));
    }

    @Test
    void goesOnWhereItWasStoppedAndPushesNothingTwice() throws IOException {
        String line = "{\"headline\":\"" + "x".repeat(99_980) + "\"}\n";
        Path lines = file("week.ndjson", line.repeat(20));
        Path other = file("z.json", "{\"headline\":\"x\"}");
        Path state = folder.resolve("state");
        takes = 2;
        assertThat(push("--resume", state, lines, other)).isEqualTo(1);
        Files.writeString(state, "{\"file\":\"cut o", StandardOpenOption.APPEND);
        takes = Integer.MAX_VALUE;

        assertThat(push("--resume", state, lines, other)).isZero();
        int all = pushes.size();
        assertThat(push("--resume", state, lines, other)).isZero();

        assertThat(pushes).hasSize(all);
        assertThat(pushes.stream().filter(push -> push.type().equals(PushFile.LINES))
                .mapToLong(push -> push.body().lines().count()).sum()).isEqualTo(20);
        assertThat(pushes.getLast().type()).isEqualTo("application/json");
    }

    @Test
    void pushesAFileAgainThatHasChanged() throws IOException {
        Path state = folder.resolve("state");
        push("--resume", state, file("a.ndjson", LINE));

        push("--resume", state, file("a.ndjson", LINE + LINE));

        assertThat(pushes).extracting(Pushed::body).containsExactly(LINE, LINE + LINE);
    }

    @Test
    void pushesEachPageOfAnArchive() throws IOException {
        String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + PAGE;
        packed("a.warc.gz", warc("warcinfo", "", "software: x\r\n"), warc("response", "https://h.example/1", http),
                warc("response", "https://h.example/2", http.replace("text/html", "image/png")),
                warc("response", "https://h.example/3", http.replace("200 OK", "404 Not Found")),
                warc("response", "https://h.example/4", http));

        assertThat(push(folder)).isZero();

        assertThat(pushes).extracting(Pushed::query).containsExactly(
                "url=https%3A%2F%2Fh.example%2F1&updatedAt=2026-11-05T09%3A30%3A00Z",
                "url=https%3A%2F%2Fh.example%2F4&updatedAt=2026-11-05T09%3A30%3A00Z");
        assertThat(pushes).allMatch(push -> push.body().equals(PAGE) && push.type().startsWith("text/html"));
    }

    @Test
    void readsOddArchives() {
        assumeTrue(Files.isDirectory(WARCS), () -> "skipped: there is no " + WARCS);

        assertThat(push(WARCS + "/**/*.warc.gz")).isZero();

        assertThat(pushes).extracting(Pushed::query)
                .anyMatch(query -> query.startsWith("url=http%3A%2F%2Fcommoncrawl"));
        System.out.println(pushes.size() + " pages of the archives pushed");
    }

    private static String warc(String type, String url, String block) {
        return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Record-ID: <urn:uuid:" + UUID.randomUUID()
                + ">\r\nWARC-Date: 2026-11-05T09:30:00Z\r\n" + (url.isEmpty() ? "" : "WARC-Target-URI: " + url + "\r\n")
                + "Content-Type: " + (url.isEmpty() ? "application/warc-fields" : "application/http; msgtype=response")
                + "\r\nContent-Length: " + block.getBytes(UTF_8).length + "\r\n\r\n" + block + "\r\n\r\n";
    }
}
