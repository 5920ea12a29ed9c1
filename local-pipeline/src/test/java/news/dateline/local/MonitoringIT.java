package news.dateline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.dateline.chassis.Service;
import news.dateline.contract.Topics;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What lies under {@code ops/} fits what the services measure. */
@ExtendWith(SharedPipeline.Extension.class)
@ResourceLock("the shared pipeline")
class MonitoringIT {
    private static final Path OPS = Path.of("..", "ops");
    private static final Path OPERATIONS = Path.of("..", "docs", "operations.md");
    private static final Pattern METRIC = Pattern
            .compile("\\b(?:dateline|jvm|process|hikaricp|kafka|http_server)_\\w+");

    @Test
    void prometheusTakesItsConfigurationAndRules() throws Exception {
        assertThat(promtool("check", "config", "prometheus.yml")).contains("rules found");
    }

    @Test
    void eachAlertFiresInItsTimeAndNotBefore() throws Exception {
        assertThat(promtool("test", "rules", "tests/dateline.yml")).contains("SUCCESS");
        assertThat(Files.readString(OPS.resolve("prometheus/tests/dateline.yml")))
                .contains(Prometheus.alerts().stream().map(name -> "alertname: " + name).toList());
    }

    private static String promtool(String... arguments) throws IOException, InterruptedException {
        assumeTrue(isInstalled("promtool"),
                "skipped: promtool is not on this machine (Debian: apt-get install prometheus)");
        List<String> command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments));
        Process promtool = new ProcessBuilder(command).directory(OPS.resolve("prometheus").toFile())
                .redirectErrorStream(true).start();
        String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(promtool.waitFor()).as(said).isZero();
        return said;
    }

    @Test
    void everyAlertHasItsEntryInTheRunbook() throws Exception {
        String rules = Files.readString(OPS.resolve("prometheus/rules/dateline.yml"));
        Set<String> entries = names(Pattern.compile("\n#### (Dateline\\w+)\n\n\\S"), Files.readString(OPERATIONS));

        assertThat(entries).isEqualTo(Prometheus.alerts());
        assertThat(names(Pattern.compile("runbook: docs/operations.md#(\\w+)"), rules)).isEqualTo(
                entries.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet()));
    }

    @Test
    void everyMetricIsDocumentedAndEveryDocumentedOneMeasured(SharedPipeline pipeline) throws Exception {
        Set<String> documented = documented();
        assertThat(documented).hasSizeGreaterThan(30);
        pipeline.pushed("{\"headline\": \"The meters are described\"}");

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            Set<String> measured = names(Pattern.compile("(?m)^# TYPE (\\w+?)(?:_max)? \\w+$"),
                    scraped(pipeline.pipeline()));
            // The upper bound of a pool is a metric of its own, and no summary's maximum.
            measured.add("hikaricp_connections_max");
            measured.removeIf(name -> name.matches("(jvm|process|system)_.*"));
            assertThat(measured).isEqualTo(documented);
        });
    }

    /** The names of the first column; {@code …_idle} ends the beginning of the first name of its row. */
    private static Set<String> documented() throws IOException {
        Set<String> names = new TreeSet<>();
        String page = Files.readString(OPERATIONS);
        page.substring(page.indexOf("## Metrics"), page.indexOf("As soon as nothing is under way")).lines()
                .filter(line -> line.startsWith("| `")).forEach(line -> {
                    List<String> row = Pattern.compile("`([^`]+)`").matcher(line.substring(0, line.indexOf('|', 1)))
                            .results()
                            .map(match -> match.group(1)).toList();
                    row.forEach(name -> names.add(name.replaceFirst("^…", "hikaricp_connections")));
                });
        names.removeIf(name -> name.endsWith("*"));
        return names;
    }

    @Test
    void receivedIsTheSumOfTheOutcomesOfEachService(SharedPipeline pipeline) throws Exception {
        String article = "{\"id\": \"sum\", \"source\": {\"name\": \"Quay Post\"}, \"headline\": \"Sums\"}";
        pipeline.push("application/x-ndjson", (article + "\n" + article + "\n{}\nno json\n"
                + article.replace("Sums", "Sums again") + "\n" + article.replace("sum\"", "other\"") + "\n"));
        pipeline.pushed("{\"id\": \"sum\", \"source\": {\"name\": \"Quay Post\"}, \"status\": \"canceled\"}");
        pipeline.write(new ProducerRecord<>(Topics.RAW.name(), "no article".getBytes(StandardCharsets.UTF_8)));
        pipeline.write(new ProducerRecord<>(Topics.INBOX.name(), article.getBytes(StandardCharsets.UTF_8)));

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            String metrics = scraped(pipeline.pipeline());
            for (String service : List.of("ingest", "enrich", "sink")) {
                double received = sum(metrics, "dateline_received_total", service);
                assertThat(sum(metrics, "dateline_outcome_total", service)).as(service).isEqualTo(received)
                        .isPositive();
            }
            assertThat(metrics).containsPattern("dateline_outcome_total\\{outcome=\"superseded\"|unchanged\"")
                    .contains("outcome=\"withdrawn\",reason=\"\",service=\"enrich\"",
                            "outcome=\"rejected\",reason=\"no-text\",service=\"ingest\"",
                            "outcome=\"rejected\",reason=\"not-an-article\",service=\"enrich\"");
        });
    }

    private static double sum(String metrics, String name, String service) {
        return metrics.lines()
                .filter(line -> line.startsWith(name + "{") && line.contains("service=\"" + service + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).sum();
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyMetricOfARuleOrAPanelIsMeasured(SharedPipeline pipeline) throws Exception {
        pipeline.pushed("{\"headline\": \"The meters are read\"}");
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(OPS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                used.addAll(METRIC.matcher(Files.readString(file)).results().map(MatchResult::group)
                        .collect(Collectors.toSet()));
            }
        }

        assertThat(used).hasSizeGreaterThan(4);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(measured(pipeline.pipeline())).containsAll(used));
    }

    private static Set<String> measured(LocalPipeline pipeline) throws IOException, InterruptedException {
        return METRIC.matcher(scraped(pipeline)).results().map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String scraped(LocalPipeline pipeline) throws IOException, InterruptedException {
        StringBuilder text = new StringBuilder();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (Service service : pipeline.services()) {
                text.append(client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + "/metrics")).build(),
                        HttpResponse.BodyHandlers.ofString()).body());
            }
        }
        return text.toString();
    }

    static boolean isInstalled(String command) {
        return Arrays.stream(System.getenv("PATH").split(":")).map(Path::of)
                .anyMatch(folder -> Files.isExecutable(folder.resolve(command)));
    }
}
