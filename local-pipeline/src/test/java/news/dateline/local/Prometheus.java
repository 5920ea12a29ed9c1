package news.dateline.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.dateline.contract.ContractJson;
import tools.jackson.databind.JsonNode;

/**
 * Debian's Prometheus with the configuration and rules of {@code ops/}, but that its targets are on this machine and that a minute
 * takes a second; on the loopback address, and ended with the test.
 */
final class Prometheus implements AutoCloseable {
    private static final Path OPS = Path.of("..", "ops", "prometheus");
    private static final Pattern RANGE = Pattern.compile("\\[(\\d+)m]");
    private static final Pattern WAIT = Pattern.compile("(for: |offset )(\\d+)m");
    private static final String DISCOVERY = "    dns_sd_configs:\n(?:      .*\n)+";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final URI alerts;
    private final Set<String> fired = new ConcurrentSkipListSet<>();
    private final Thread watch = Thread.ofVirtual().unstarted(this::look);

    private Prometheus(Process process, int port) {
        this.process = process;
        this.alerts = URI.create("http://127.0.0.1:" + port + "/api/v1/alerts");
        watch.start();
    }

    /**
     * Starts it.
     *
     * @param ports  of the services, by their names
     * @param faster thresholds in seconds that are to be smaller, as they stand in the rules
     */
    static Prometheus start(Path folder, Map<String, Integer> ports, Map<String, String> faster) throws IOException {
        Files.createDirectories(folder.resolve("rules"));
        Files.writeString(folder.resolve("prometheus.yml"), configuration(ports));
        Files.writeString(folder.resolve("rules").resolve("dateline.yml"), rules(faster));
        int port = EmbeddedBroker.freePort();
        return new Prometheus(new ProcessBuilder("prometheus", "--config.file=prometheus.yml",
                "--storage.tsdb.path=data", "--web.listen-address=127.0.0.1:" + port).directory(folder.toFile())
                .redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start(), port);
    }

    private static String configuration(Map<String, Integer> ports) throws IOException {
        String targets = ports.entrySet().stream()
                .map(service -> "      - targets: ['127.0.0.1:" + service.getValue() + "']\n"
                        + "        labels: {__meta_dns_name: " + service.getKey() + "}\n")
                .sorted().collect(Collectors.joining());
        return Files.readString(OPS.resolve("prometheus.yml")).replaceAll("_interval: 5s", "_interval: 250ms")
                .replaceFirst(DISCOVERY, "    static_configs:\n" + targets);
    }

    private static String rules(Map<String, String> faster) throws IOException {
        String rules = Files.readString(OPS.resolve("rules").resolve("dateline.yml"));
        for (Map.Entry<String, String> threshold : faster.entrySet()) {
            if (!rules.contains(threshold.getKey())) {
                throw new IllegalArgumentException("no rule has " + threshold.getKey());
            }
            rules = rules.replace(threshold.getKey(), threshold.getValue());
        }
        return WAIT.matcher(RANGE.matcher(rules).replaceAll("[$1s]")).replaceAll("$1$2s");
    }

    /** The alerts that fire now. */
    Set<String> firing() {
        try {
            HttpResponse<String> said = client.send(HttpRequest.newBuilder(alerts).build(),
                    HttpResponse.BodyHandlers.ofString());
            if (said.statusCode() != 200) {
                // It listens, and has yet to read what it kept.
                return Set.of();
            }
            JsonNode answer = ContractJson.mapper().readTree(said.body());
            Set<String> firing = new TreeSet<>();
            answer.path("data").path("alerts").forEach(alert -> {
                if (alert.path("state").asString().equals("firing")) {
                    firing.add(alert.path("labels").path("alertname").asString());
                }
            });
            return firing;
        } catch (IOException e) {
            // It has not begun to listen, or has ended: nothing fires.
            return Set.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Set.of();
        }
    }

    /** The alerts that have fired at any time. */
    Set<String> fired() {
        return fired;
    }

    private void look() {
        try {
            while (process.isAlive()) {
                fired.addAll(firing());
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        watch.interrupt();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        client.close();
    }

    /** The names of all alerts that there are. */
    static Set<String> alerts() {
        try {
            return Pattern.compile("- alert: (\\w+)").matcher(Files.readString(OPS.resolve("rules/dateline.yml")))
                    .results()
                    .map(match -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
