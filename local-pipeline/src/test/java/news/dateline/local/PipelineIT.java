package news.dateline.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import news.dateline.contract.ArticleHeaders;
import news.dateline.contract.ContractJson;
import news.dateline.contract.Rejection;
import news.dateline.contract.RejectionReason;
import news.dateline.contract.TagRule;
import news.dateline.contract.Topics;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

@ExtendWith(SharedPipeline.Extension.class)
@ResourceLock("the shared pipeline")
class PipelineIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @AfterEach
    void everyArticleHasExactlyOneOutcome(SharedPipeline pipeline) {
        await().atMost(PATIENCE).until(pipeline::isSettled);
    }

    @Test
    void pushedArticleIsStoredLabelledAndFound(SharedPipeline pipeline) throws Exception {
        String id = pipeline
                .pushed("""
                        {"id": "lock-7", "source": {"name": "Quay Post"}, "headline": "Central bank raises interest rates",
                         "content": {"mediaType": "text/plain", "text": "The central bank of Harland raised interest rates by a \
                        quarter of a point on Thursday, saying that inflation in the kelpfish market is still too high for banks."},
                         "publishedAt": "2026-11-05T09:30:00Z"}""");

        JsonNode article = awaitStored(pipeline, id);

        assertThat(article.path("sourceArticleId").asString()).isEqualTo("lock-7");
        assertThat(names(article.path("labels").path("sections"), "section")).contains("Business");
        assertThat(names(article.path("labels").path("tags"), "tag")).contains("Interest rates");
        assertThat(article.has("storedAt")).isTrue();
        assertThat(found(pipeline, "/v1/articles?q=kelpfish&section=Business&tag=Interest%20rates&language=en"))
                .containsExactly(id);
    }

    @Test
    void laterTextReplacesTheEarlierAndALateOlderOneChangesNothing(SharedPipeline pipeline) throws Exception {
        String id = pipeline.pushed(revision(2, "Ferry runs again"));
        awaitStored(pipeline, id);

        pipeline.pushed(revision(1, "Ferry stopped"));
        pipeline.pushed(revision(3, "Ferry runs hourly"));

        await().atMost(PATIENCE).until(() -> headline(pipeline, id).equals("Ferry runs hourly"));
        assertThat(pipeline.stored(id).orElseThrow().path("revision").asLong()).isEqualTo(3);
    }

    @Test
    void sameTextOfAnotherPublisherIsADuplicate(SharedPipeline pipeline) throws Exception {
        String text = "\"headline\": \"Lighthouse lit\", \"content\": {\"text\": \""
                + "The old lighthouse shines again. ".repeat(12)
                + "\"}";
        String first = pipeline.pushed("{\"url\": \"https://quay-post.example/light\", " + text + "}");
        awaitStored(pipeline, first);

        String second = pipeline.pushed("{\"url\": \"https://other.example/light\", " + text + "}");

        assertThat(awaitStored(pipeline, second).path("duplicateOf").asString()).isEqualTo(first);
    }

    @Test
    void canceledArticleLeavesEveryTopicAndTheStore(SharedPipeline pipeline) throws Exception {
        String id = pipeline
                .pushed("{\"id\": \"gone\", \"source\": {\"name\": \"Quay Post\"}, \"headline\": \"A mistake\"}");
        awaitStored(pipeline, id);

        pipeline.pushed("{\"id\": \"gone\", \"source\": {\"name\": \"Quay Post\"}, \"status\": \"canceled\"}");

        await().atMost(PATIENCE).until(() -> pipeline.stored(id).isEmpty());
        var tombstone = pipeline.await(Topics.ENRICHED.name(),
                entry -> id.equals(entry.key()) && entry.value() == null);
        assertThat(new String(tombstone.headers().lastHeader(ArticleHeaders.STATUS).value(), UTF_8))
                .isEqualTo("canceled");
    }

    @Test
    void withheldArticleKeepsItsPlaceWithoutText(SharedPipeline pipeline) throws Exception {
        String id = pipeline.pushed(
                "{\"id\": \"hold\", \"source\": {\"name\": \"Quay Post\"}, \"headline\": \"Zanderwort found\"}");
        awaitStored(pipeline, id);

        pipeline.pushed("{\"id\": \"hold\", \"source\": {\"name\": \"Quay Post\"}, \"status\": \"withheld\"}");

        await().atMost(PATIENCE)
                .until(() -> pipeline.stored(id).orElseThrow().path("status").asString().equals("withheld"));
        assertThat(pipeline.stored(id).orElseThrow().toString()).doesNotContain("Zanderwort");
        assertThat(found(pipeline, "/v1/articles?q=zanderwort")).isEmpty();
    }

    @Test
    void jsonWrittenToTheInboxWithoutKeyOrHeaderIsStored(SharedPipeline pipeline) throws Exception {
        pipeline.write(new ProducerRecord<>(Topics.INBOX.name(),
                "{\"url\": \"https://quay-post.example/inbox\", \"headline\": \"Winch quibblethorpe repaired\"}"
                        .getBytes(UTF_8)));

        await().atMost(PATIENCE).until(() -> found(pipeline, "/v1/articles?q=quibblethorpe").size() == 1);
    }

    @Test
    void pageWrittenToTheInboxIsStored(SharedPipeline pipeline) throws Exception {
        ProducerRecord<byte[], byte[]> page = new ProducerRecord<>(Topics.INBOX.name(),
                "Marrowick gets a bridge\n\nMarrowick gets a bridge\n\nThe bridge opens in May, the council said.\n"
                        .getBytes(UTF_8));
        page.headers().add(ArticleHeaders.CONTENT_TYPE, "text/plain; charset=utf-8".getBytes(UTF_8));
        pipeline.write(page);

        await().atMost(PATIENCE).until(() -> found(pipeline, "/v1/articles?q=marrowick").size() == 1);
    }

    @Test
    void bytesInTheInboxThatAreNoArticleAreRejectedAndTheStreamGoesOn(SharedPipeline pipeline) throws Exception {
        byte[] broken = {'{', '"', (byte) 0xC3, '(', '}'};
        pipeline.write(new ProducerRecord<>(Topics.INBOX.name(), broken));
        pipeline.write(new ProducerRecord<>(Topics.INBOX.name(),
                "{\"headline\": \"Inbox snorkelby goes on\"}".getBytes(UTF_8)));

        var entry = pipeline.await(Topics.REJECTED.name(), rejected -> Arrays.equals(rejected.value(), broken));
        Rejection rejection = Rejection.read(entry.headers());
        assertThat(rejection.service()).isEqualTo("ingest");
        assertThat(rejection.reason()).isEqualTo(RejectionReason.NOT_UTF8);
        assertThat(rejection.origin().topic()).contains(Topics.INBOX.name());
        assertThat(rejection.origin().offset()).isPresent();
        await().atMost(PATIENCE).until(() -> found(pipeline, "/v1/articles?q=snorkelby").size() == 1);
    }

    @Test
    void bytesOnTheRawTopicThatAreNoArticleAreRejectedAndTheStreamGoesOn(SharedPipeline pipeline) throws Exception {
        byte[] broken = "{\"articleId\": \"x\", \"status\": \"perhaps\"}".getBytes(UTF_8);
        pipeline.write(new ProducerRecord<>(Topics.RAW.name(), 1, "x".getBytes(UTF_8), broken));

        var entry = pipeline.await(Topics.REJECTED.name(), rejected -> Arrays.equals(rejected.value(), broken));

        Rejection rejection = Rejection.read(entry.headers());
        assertThat(rejection.service()).isEqualTo("enrich");
        assertThat(rejection.reason()).isEqualTo(RejectionReason.NOT_AN_ARTICLE);
        assertThat(rejection.origin().partition()).contains(1);
        awaitStored(pipeline, pipeline.pushed("{\"headline\": \"Raw goes on\"}"));
    }

    @Test
    void bytesOnTheEnrichedTopicThatAreNoArticleAreRejectedByTheSink(SharedPipeline pipeline) throws Exception {
        byte[] broken = "not an article".getBytes(UTF_8);
        long before = pipeline.pipeline().sink().metrics().outcomeCount("rejected");
        pipeline.foreignRecord();
        pipeline.write(new ProducerRecord<>(Topics.ENRICHED.name(), 0, "y".getBytes(UTF_8), broken));

        var entry = pipeline.await(Topics.REJECTED.name(), rejected -> Arrays.equals(rejected.value(), broken));

        assertThat(Rejection.read(entry.headers()).service()).isEqualTo("sink");
        await().atMost(PATIENCE)
                .until(() -> pipeline.pipeline().sink().metrics().outcomeCount("rejected") == before + 1);
    }

    @Test
    void goodLinesGoThroughWhereOthersAreRejected(SharedPipeline pipeline) throws Exception {
        HttpResponse<String> answer = pipeline.push("application/x-ndjson", """
                {"headline": "First of three"}
                {"headline": "Second", "revision": -1}
                {"headline": "Third of three"}
                """);

        List<JsonNode> results = answer.body().lines().map(line -> ContractJson.mapper().readTree(line))
                .toList();
        assertThat(results).hasSize(3);
        assertThat(results.get(1).path("problem").path("field").asString()).isEqualTo("revision");
        assertThat(results.get(1).path("line").asInt()).isEqualTo(2);
        awaitStored(pipeline, results.get(0).path("articleId").asString());
        awaitStored(pipeline, results.get(2).path("articleId").asString());
    }

    @Test
    void ruleTakesEffectInTheRunningServiceAndIsForgottenWhenRemoved(SharedPipeline pipeline) throws Exception {
        TagRule rule = new TagRule(1, "gribblewick", 1, "Gribblewick", "gribblewick", Optional.empty(),
                Optional.empty(),
                "test", "", Instant.now());
        byte[] key = "gribblewick".getBytes(UTF_8);
        pipeline.write(new ProducerRecord<>(Topics.RULES.name(), key,
                Topics.RULES.value().serializer().serialize(Topics.RULES.name(), rule)));
        await().atMost(PATIENCE).until(() -> tagsOfANewArticleOn("Gribblewick", pipeline).contains("Gribblewick"));

        pipeline.write(new ProducerRecord<>(Topics.RULES.name(), key, null));

        await().atMost(PATIENCE).until(() -> !tagsOfANewArticleOn("Gribblewick", pipeline).contains("Gribblewick"));
    }

    @Test
    void realScrapedPageIsStoredAsAnEditorWouldWantIt(SharedPipeline pipeline) throws Exception {
        Optional<Path> page = Folders.realData("articles/000_9f49829275a7b774.txt");
        assumeTrue(page.isPresent(), "skipped: the real page is not on this machine");

        HttpResponse<String> answer = pipeline.push("text/plain", Files.readString(page.orElseThrow()));

        assertThat(answer.statusCode()).isEqualTo(202);
        JsonNode article = awaitStored(pipeline,
                ContractJson.mapper().readTree(answer.body()).path("articleId").asString());
        assertThat(names(article.path("labels").path("sections"), "section")).containsExactlyInAnyOrder("World",
                "Politics");
        assertThat(names(article.path("labels").path("tags"), "tag"))
                .contains("United States", "Russia", "Ukraine", "Donald Trump", "Vladimir Putin", "Volodymyr Zelenskyy")
                .containsAnyOf("Ceasefire", "Peace talks")
                .doesNotContain("Colombia", "South Korea", "Births", "Start-ups");
        assertThat(article.path("body").asString()).doesNotContain("Getty", "Read More", "Colombia");
        assertThat(article.path("relatedItems")).hasSize(3);
    }

    @Test
    void hundredRealArticlesGoThrough(SharedPipeline pipeline) throws Exception {
        Optional<Path> week = Folders.realData("stream/newsapi_week_2020-05-11.jsonl.gz");
        assumeTrue(week.isPresent(), "skipped: the week of real news is not on this machine");
        List<String> lines = new ArrayList<>();
        try (var reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(week.orElseThrow())), UTF_8))) {
            for (String line = reader.readLine(); line != null && lines.size() < 100; line = reader.readLine()) {
                lines.add(RealArticles.pushFormat(line));
            }
        }

        HttpResponse<String> answer = pipeline.push("application/x-ndjson", String.join("\n", lines));

        Map<String, String> results = answer.body().lines().map(line -> ContractJson.mapper().readTree(line))
                .collect(Collectors.toMap(result -> result.path("articleId").asString(),
                        result -> result.path("status").asString(), (a, b) -> a, LinkedHashMap::new));
        assertThat(results.values()).containsOnly("accepted");
        results.keySet().forEach(id -> awaitStored(pipeline, id));
        assertThat(results).hasSizeGreaterThan(90);
    }

    private static String revision(long number, String headline) {
        return "{\"id\": \"ferry\", \"source\": {\"name\": \"Quay Post\"}, \"revision\": " + number
                + ", \"headline\": \""
                + headline + "\"}";
    }

    private static List<String> tagsOfANewArticleOn(String subject, SharedPipeline pipeline) throws Exception {
        String id = pipeline.pushed("{\"headline\": \"" + subject + " at " + System.nanoTime() + "\"}");
        return names(awaitStored(pipeline, id).path("labels").path("tags"), "tag");
    }

    private static JsonNode awaitStored(SharedPipeline pipeline, String id) {
        return await().atMost(PATIENCE).until(() -> pipeline.stored(id), Optional::isPresent).orElseThrow();
    }

    private static String headline(SharedPipeline pipeline, String id) {
        return pipeline.stored(id).orElseThrow().path("headline").asString();
    }

    private static List<String> found(SharedPipeline pipeline, String path) throws Exception {
        return names(ContractJson.mapper().readTree(pipeline.read(path).body()).path("articles"), "articleId");
    }

    private static List<String> names(JsonNode array, String member) {
        List<String> names = new ArrayList<>();
        array.forEach(item -> names.add(item.path(member).asString()));
        return names;
    }
}
