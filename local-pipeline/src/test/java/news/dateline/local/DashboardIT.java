package news.dateline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import news.dateline.contract.ContractJson;
import news.dateline.contract.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedPipeline.Extension.class)
class DashboardIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void showsWhatWasWrittenAndThatEveryStepHasCaughtUp(SharedPipeline pipeline) throws Exception {
        long before = written(pipeline, Topics.RAW.name());

        String id = pipeline.pushed("{\"headline\": \"The dashboard counts\"}");
        await().atMost(PATIENCE).until(() -> pipeline.stored(id).isPresent());

        await().atMost(PATIENCE).until(() -> written(pipeline, Topics.RAW.name()) > before);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(view(pipeline).path("steps"))
                .allSatisfy(step -> assertThat(step.path("lag").asLong()).isZero()));
    }

    @Test
    void servesItsPageUnderAStrictContentSecurityPolicy(SharedPipeline pipeline) throws Exception {
        HttpResponse<String> page = get(pipeline, "/");

        assertThat(page.body()).contains("<title>Dateline</title>");
        assertThat(page.headers().firstValue("content-security-policy").orElseThrow()).contains("default-src 'none'",
                "script-src 'self'", "frame-ancestors 'none'");
    }

    @Test
    void lagIsAMetricForEachStep(SharedPipeline pipeline) throws Exception {
        await().atMost(PATIENCE).until(() -> get(pipeline, "/metrics").body().contains("dateline_lag_records"));

        assertThat(get(pipeline, "/metrics").body().lines().filter(line -> line.startsWith("dateline_lag_records")))
                .hasSize(3).anyMatch(line -> line.contains("step=\"enrich\"") && line.contains(Topics.RAW.name()));
    }

    private static long written(SharedPipeline pipeline, String name) throws Exception {
        for (JsonNode topic : view(pipeline).path("topics")) {
            if (topic.path("topic").asString().equals(name)) {
                return topic.path("written").asLong();
            }
        }
        throw new AssertionError(name + " is not shown");
    }

    private static JsonNode view(SharedPipeline pipeline) throws Exception {
        return ContractJson.mapper().readTree(get(pipeline, "/v1/pipeline").body());
    }

    private static HttpResponse<String> get(SharedPipeline pipeline, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest
                    .newBuilder(URI.create("http://127.0.0.1:" + pipeline.pipeline().dashboard().port() + path))
                    .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
