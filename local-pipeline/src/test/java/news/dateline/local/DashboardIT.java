package news.dateline.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import news.dateline.contract.ContractJson;
import news.dateline.contract.Topics;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedPipeline.Extension.class)
@ResourceLock("the shared pipeline")
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

    /** Killed between the replay and its act, a dashboard leaves the replayed record and an article that is still open. */
    @Test
    void aReplayThatIsDoneAgainSinceItsActWasLostStaysOneArticle(SharedPipeline pipeline) throws Exception {
        pipeline.push("application/json",
                "{\"id\": \"replayed-twice\", \"headline\": \"Twicefold\", \"revision\": -1}");
        String place = open(pipeline, "replayed-twice");
        double unchanged = pipeline.pipeline().enrich().metrics().outcomeCount("unchanged");
        String mended = "{\"text\": \"{\\\"id\\\": \\\"replayed-twice\\\", \\\"headline\\\": \\\"Twicefold\\\"}\"}";

        assertThat(act(pipeline, place + "/replay", mended).statusCode()).isEqualTo(200);
        assertThat(act(pipeline, place + "/replay", mended).statusCode()).isEqualTo(200);

        await().atMost(PATIENCE)
                .until(() -> pipeline.pipeline().enrich().metrics().outcomeCount("unchanged") > unchanged);
        await().atMost(PATIENCE)
                .until(() -> pipeline.read("/v1/articles?q=twicefold").body().contains("replayed-twice"));
        assertThat(ContractJson.mapper().readTree(pipeline.read("/v1/articles?q=twicefold").body()).path("articles"))
                .hasSize(1);
    }

    @Test
    void whatASinkCouldNotReadIsNotReplayedAsItIs(SharedPipeline pipeline) throws Exception {
        pipeline.foreignRecord();
        pipeline.write(new ProducerRecord<>(Topics.ENRICHED.name(), "unreadable-here".getBytes(UTF_8),
                "no article for the sink".getBytes(UTF_8)));

        HttpResponse<String> refused = act(pipeline, open(pipeline, "no article for the sink") + "/replay", "{}");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("it would be rejected again");
    }

    @Test
    void aRuleThatSomebodyHasChangedMeanwhileIsNotOverwritten(SharedPipeline pipeline) throws Exception {
        String rule = "{\"ruleId\": \"changed-by-two\", \"tag\": \"Two\", \"query\": \"tworld\", \"author\": \"Ada\", "
                + "\"comment\": \"mine\", \"basedOn\": %d}";
        assertThat(act(pipeline, "/v1/rules", rule.formatted(0)).statusCode()).isEqualTo(200);
        assertThat(act(pipeline, "/v1/rules", rule.formatted(1)).statusCode()).isEqualTo(200);

        HttpResponse<String> late = act(pipeline, "/v1/rules", rule.formatted(1));

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("changed meanwhile by Ada: v2 is in force, you began with v1");
        assertThat(act(pipeline, "/v1/rules/changed-by-two/remove", rule.formatted(2)).statusCode()).isEqualTo(200);
    }

    @Test
    void aFeedThatIsPolledAlreadyIsNotAddedOnceMore(SharedPipeline pipeline) throws Exception {
        String feed = "{\"url\": \"http://127.0.0.1:1/twice\"}";
        await().atMost(PATIENCE).until(() -> act(pipeline, "/v1/feeds", feed).statusCode() == 201);

        HttpResponse<String> again = act(pipeline, "/v1/feeds", feed);

        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("\"field\":\"url\"", "polled already");
    }

    /** The rejected article with these words, as soon as the dashboard has it. */
    private static String open(SharedPipeline pipeline, String words) {
        return await().atMost(PATIENCE).until(() -> {
            for (JsonNode entry : ContractJson.mapper().readTree(get(pipeline, "/v1/rejected").body())
                    .path("articles")) {
                JsonNode place = entry.path("article").path("place");
                String path = "/v1/rejected/" + place.path("partition").asInt() + "/" + place.path("offset").asLong();
                if (get(pipeline, path).body().contains(words)) {
                    return path;
                }
            }
            return "";
        }, path -> !path.isEmpty());
    }

    private static HttpResponse<String> act(SharedPipeline pipeline, String path, String body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest
                    .newBuilder(URI.create("http://127.0.0.1:" + pipeline.pipeline().dashboard().port() + path))
                    .header("x-dateline-act", "1").POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
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
