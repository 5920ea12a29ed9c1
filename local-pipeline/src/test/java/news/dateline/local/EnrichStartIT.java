package news.dateline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import news.dateline.chassis.Health;
import news.dateline.enrich.EnrichService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedPipeline.Extension.class)
class EnrichStartIT {
    @Test
    void hasFailedWhenItCantMakeTheFolderOfItsStores(SharedPipeline pipeline, @TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        try (EnrichService enrich = EnrichService.start(Map.of("DATELINE_KAFKA_BOOTSTRAP_SERVERS",
                pipeline.pipeline().bootstrapServers(), "DATELINE_ENRICH_PORT", "0", "DATELINE_ENRICH_STATE_DIR",
                file.resolve("stores").toString()))) {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(enrich.health()).isInstanceOfSatisfying(
                            Health.Failed.class, failed -> assertThat(failed.why()).startsWith("it can't start: ")
                                    .contains(file.resolve("stores").toString())));
            assertThat(Services.get(enrich, "/health/live").statusCode()).isEqualTo(503);
        }
    }
}
