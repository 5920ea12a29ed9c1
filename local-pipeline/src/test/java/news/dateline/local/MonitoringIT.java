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
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.dateline.chassis.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What lies under {@code ops/} fits what the services measure. */
@ExtendWith(SharedPipeline.Extension.class)
class MonitoringIT {
    private static final Path OPS = Path.of("..", "ops");
    private static final Pattern METRIC = Pattern.compile("\\b(?:dateline|jvm|process)_\\w+");

    @Test
    void prometheusTakesItsConfigurationAndRules() throws Exception {
        assumeTrue(isInstalled("promtool"),
                "skipped: promtool is not on this machine (Debian: apt-get install prometheus)");

        Process promtool = new ProcessBuilder("promtool", "check", "config", "prometheus.yml")
                .directory(OPS.resolve("prometheus").toFile()).redirectErrorStream(true).start();
        String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(promtool.waitFor()).as(said).isZero();
        assertThat(said).contains("rules found");
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
        Set<String> names = new TreeSet<>();
        for (Service service : Set.of(pipeline.ingest(), pipeline.sink(), pipeline.dashboard())) {
            try (HttpClient client = HttpClient.newHttpClient()) {
                String metrics = client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + "/metrics")).build(),
                        HttpResponse.BodyHandlers.ofString()).body();
                names.addAll(METRIC.matcher(metrics).results().map(MatchResult::group).collect(Collectors.toSet()));
            }
        }
        return names;
    }

    private static boolean isInstalled(String command) {
        return Arrays.stream(System.getenv("PATH").split(":")).map(Path::of)
                .anyMatch(folder -> Files.isExecutable(folder.resolve(command)));
    }
}
