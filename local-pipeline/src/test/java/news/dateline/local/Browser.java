package news.dateline.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import news.dateline.contract.ContractJson;
import tools.jackson.databind.JsonNode;

/** Headless Chromium, driven over the WebDriver protocol that its own chromedriver speaks; there is no need for a library. */
final class Browser implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

    private final Process driver;
    private final String session;

    private Browser(Process driver, String session) {
        this.driver = driver;
        this.session = session;
    }

    /** Whether Debian's packages chromium and chromium-driver are on this machine. */
    static boolean isInstalled() {
        return List.of("chromium", "chromedriver").stream().allMatch(command -> Arrays
                .stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command))));
    }

    static Browser start(Path log) throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Process driver = new ProcessBuilder("chromedriver", "--port=" + port, "--allowed-ips=127.0.0.1")
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        String address = "http://127.0.0.1:" + port;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers(address)) {
            if (System.nanoTime() > deadline || !driver.isAlive()) {
                driver.destroy();
                throw new IOException("chromedriver did not start: " + Files.readString(log));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        Map<String, Object> options = Map.of("args", List.of("--headless=new", "--no-sandbox", "--disable-gpu",
                "--disable-dev-shm-usage", "--hide-scrollbars", "--force-color-profile=srgb"));
        JsonNode created = send("POST", address + "/session", Map.of("capabilities",
                Map.of("alwaysMatch", Map.of("browserName", "chrome", "goog:chromeOptions", options))));
        return new Browser(driver, address + "/session/" + created.path("sessionId").asString());
    }

    private static boolean answers(String address) throws InterruptedException {
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create(address + "/status")).build(),
                    HttpResponse.BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static JsonNode send(String method, String url, Object body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofMinutes(1))
                    .method(method, method.equals("POST")
                            ? HttpRequest.BodyPublishers.ofByteArray(ContractJson.mapper().writeValueAsBytes(body))
                            : HttpRequest.BodyPublishers.noBody())
                    .build();
            HttpResponse<byte[]> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
            JsonNode value = ContractJson.mapper().readTree(answer.body()).path("value");
            if (answer.statusCode() != 200) {
                throw new AssertionError(value.path("error").asString("") + ": " + value.path("message").asString(""));
            }
            return value;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private JsonNode post(String path, Object body) {
        return send("POST", session + path, body);
    }

    void open(String url) {
        post("/url", Map.of("url", url));
    }

    /** The size of the page, as a phone or a screen has it. */
    void size(int width, int height) {
        chrome("Emulation.setDeviceMetricsOverride", Map.of("width", width, "height", height, "deviceScaleFactor", 1,
                "mobile", width < 600));
    }

    void dark(boolean dark) {
        chrome("Emulation.setEmulatedMedia", Map.of("features",
                List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    private JsonNode chrome(String command, Map<String, Object> parameters) {
        return post("/goog/cdp/execute", Map.of("cmd", command, "params", parameters));
    }

    /** Runs a function's body in the page; what it returns, or a promise of it. */
    JsonNode run(String script, Object... arguments) {
        return post("/execute/sync", Map.of("script", script, "args", List.of(arguments)));
    }

    /** What stands in the first such element as people read it; empty where there is none. */
    String text(String selector) {
        return run("return document.querySelector(arguments[0])?.innerText ?? ''", selector).asString();
    }

    /**
     * Clicks as a mouse does: where the element is hidden or covered, it fails. In the middle of the window a page that
     * grows meanwhile does not push it over the edge.
     */
    void click(String selector) {
        run("document.querySelector(arguments[0])?.scrollIntoView({block: 'center', behavior: 'instant'})", selector);
        post("/element/" + element(selector) + "/click", Map.of());
    }

    void type(String selector, String text) {
        String element = element(selector);
        post("/element/" + element + "/clear", Map.of());
        post("/element/" + element + "/value", Map.of("text", text));
    }

    /** Keys as they are pressed, wherever the focus is. */
    void press(String key) {
        post("/actions", Map.of("actions", List.of(Map.of("type", "key", "id", "keyboard", "actions",
                List.of(Map.of("type", "keyDown", "value", key), Map.of("type", "keyUp", "value", key))))));
    }

    private String element(String selector) {
        return post("/element", Map.of("using", "css selector", "value", selector)).path(ELEMENT).asString();
    }

    /** What keeps people from using the page as it stands, as axe sees it. */
    List<String> violations() throws IOException {
        try (InputStream axe = Browser.class.getResourceAsStream("/axe.min.js")) {
            run(new String(axe.readAllBytes(), StandardCharsets.UTF_8) + "; window.axe = axe; return true");
        }
        return run("return axe.run().then(found => found.violations.map(v => v.id + ': ' + v.nodes.map("
                + "n => n.html + ' ' + n.failureSummary).join(' | ')))").valueStream().map(JsonNode::asString).toList();
    }

    /** Gives a file to a field for files, as if it were chosen. */
    void choose(String selector, Path file) {
        post("/element/" + element(selector) + "/value", Map.of("text", file.toAbsolutePath().toString()));
    }

    /** A picture of the whole page, however long. */
    void picture(Path file) throws IOException {
        JsonNode size = run("return [innerWidth, document.documentElement.scrollHeight]");
        int width = size.path(0).asInt();
        size(width, size.path(1).asInt());
        byte[] png = Base64.getDecoder().decode(send("GET", session + "/screenshot", Map.of()).asString());
        Files.createDirectories(file.getParent());
        Files.write(file, png);
    }

    @Override
    public void close() {
        try {
            send("DELETE", session, Map.of());
        } finally {
            driver.destroy();
        }
    }
}
