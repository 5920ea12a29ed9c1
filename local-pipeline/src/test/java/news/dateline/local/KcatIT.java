package news.dateline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import news.dateline.contract.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** People push into the inbox and read the enriched stream with a client that is not ours. */
@ExtendWith(SharedPipeline.Extension.class)
@ResourceLock("the shared pipeline")
class KcatIT {
    @Test
    void articleWrittenWithKcatIsReadBackEnrichedWithKcat(SharedPipeline pipeline) throws Exception {
        assumeTrue(isInstalled(), "skipped: kcat is not on this machine (Debian: apt-get install kcat)");

        kcat(pipeline, "{\"headline\": \"Kcat brings the news of Wrenfield\"}\n", "-P", "-t", Topics.INBOX.name(), "-H",
                "content-type=application/json");

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                kcat(pipeline, "", "-C", "-t", Topics.ENRICHED.name(), "-e", "-q", "-f", "%h %s\\n")
                        .lines().filter(line -> line.contains("Wrenfield")))
                .hasSize(1)
                .allSatisfy(line -> assertThat(line).contains("dl-status=usable", "dl-revision=1", "dl-language=en")));
    }

    private static boolean isInstalled() {
        return Arrays.stream(System.getenv("PATH").split(":")).map(Path::of)
                .anyMatch(folder -> Files.isExecutable(folder.resolve("kcat")));
    }

    private static String kcat(SharedPipeline pipeline, String input, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kcat", "-b", pipeline.pipeline().bootstrapServers()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output;
    }
}
