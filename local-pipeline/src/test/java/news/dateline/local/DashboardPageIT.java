package news.dateline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import news.dateline.chassis.Service;
import news.dateline.contract.ContractJson;
import news.dateline.contract.Topics;
import news.dateline.dashboard.DashboardService;
import news.dateline.enrich.EnrichService;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The dashboard as people have it: in a browser, over a whole pipeline. Pictures of it are left under {@code target/screenshots}. */
class DashboardPageIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final String TAB = "\uE004";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path folder;

    private static LocalPipeline pipeline;
    private static Browser browser;
    private static Optional<Service> again = Optional.empty();

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Browser.isInstalled(),
                "skipped: no chromium and chromedriver on this machine (Debian: apt-get install chromium-driver)");
        pipeline = LocalPipeline.start(folder.resolve("data"), Ports.ANY_FREE, step -> {
        });
        browser = Browser.start(folder.resolve("chromedriver.log"));
        for (int i = 1; i <= 6; i++) {
            push("{\"headline\": \"Hospital " + i
                    + " opens a ward for vaccines\", \"source\": {\"name\": \"Harbour Courier\"}}");
        }
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        again.ifPresent(Service::close);
        if (pipeline != null) {
            pipeline.close();
        }
    }

    @BeforeEach
    void openPage() {
        browser.size(1280, 900);
        browser.dark(false);
        browser.open(url(pipeline.dashboard(), "/"));
        eventually(() -> assertThat(browser.text("#link")).startsWith("live"));
    }

    @Test
    void showsTheNumbersThatKafkaHas() {
        eventually(() -> assertThat(browser.text("#flow-raw")).contains(written(Topics.RAW.name()) + " written"));
        eventually(() -> assertThat(browser.text("#flow-stored")).contains("newest article came"));
        eventually(() -> assertThat(browser.text("#verdict")).isEqualTo("all is well"));
        eventually(() -> assertThat(browser.text("#rule-count")).containsPattern("^\\d{3} rules"));
        assertThat(browser.text("#sections")).contains("Health");
    }

    @Test
    void showsAPushedArticleAndWhyItHasItsLabels() throws Exception {
        long begun = System.nanoTime();
        String id = push("{\"headline\": \"Tennis final: the champion wins Wimbledon\"}").path("articleId").asString();
        eventually(() -> assertThat(browser.text("#newest")).contains("Tennis final"));
        System.out.println("a pushed article is on the page after "
                + Duration.ofNanos(System.nanoTime() - begun).toMillis() + " ms");

        browser.click("[data-key^='" + id + "'] button");

        eventually(() -> assertThat(browser.text("#newest .why")).contains("Sport", "because of", "id " + id));
    }

    @Test
    void aHeadlineIsTextWhateverItSays() throws Exception {
        push("{\"headline\": \"<script>window.owned = 1</script><img src=x onerror='window.owned = 1'> opens\"}");

        eventually(() -> assertThat(browser.text("#newest")).contains("<script>window.owned = 1</script><img"));
        assertThat(browser.run("return window.owned === undefined").asBoolean()).isTrue();
        assertThat(browser.run("return document.querySelectorAll('main script, main img').length").asInt()).isZero();
    }

    @Test
    void aRejectedArticleIsEditedAndReplayedByClickAndStored() throws Exception {
        push("{\"headline\": \"Replayed by click\", \"status\": \"lost at sea\"}");
        eventually(() -> assertThat(browser.text("#letters")).contains("status must be one of"));

        browser.click("#letters button");
        eventually(() -> assertThat(browser.run("return document.querySelector('#letter-bytes').value").asString())
                .contains("lost at sea"));
        browser.click("#letter-edit");
        browser.type("#letter-bytes",
                "{\"headline\": \"Replayed by click\", \"content\": {\"text\": \"It was mended.\"}}");
        browser.type("#letter-note", "the status was a typing error");
        browser.click("#letter-replay");

        eventually(() -> assertThat(browser.text("#letter-said")).startsWith("edited and replayed to news.inbox"));
        eventually(() -> assertThat(get(pipeline.sink(), "/v1/articles?q=" + encoded("replayed click")).body())
                .contains("Replayed by click"));
    }

    @Test
    void allOfAReasonAreTriedFirstAndThenReplayedUntilTheGuardAgainstLoopsRefuses() throws Exception {
        push("{\"content\": {}}");
        eventually(() -> assertThat(browser.text("#kinds")).contains("no-text"));
        String button = "[data-key='ingest no-text'] button";
        for (int replay = 1; replay <= 3; replay++) {
            // What was replayed is rejected once more, and comes back.
            eventually(() -> assertThat(browser.run("return !document.querySelector(arguments[0]).hidden", button)
                    .asBoolean()).isTrue());
            browser.click(button);
            eventually(() -> assertThat(browser.text("#many-said")).contains("would be replayed"));
            browser.click("#many-go");
            eventually(() -> assertThat(browser.text("#many-said")).startsWith("1 article was replayed"));
            browser.click("#many button[value=close]");
        }
        eventually(() -> assertThat(browser.run("return !document.querySelector(arguments[0]).hidden", button)
                .asBoolean()).isTrue());

        browser.click(button);

        eventually(() -> assertThat(browser.text("#many-said"))
                .contains("0 articles would be replayed; 1 refused: replayed 3 times already"));
        assertThat(browser.run("return document.querySelector('#many-go').disabled").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"light, 1280, false", "dark, 1280, true", "phone, 390, false"})
    void isReadableForEverybody(String name, int width, boolean dark) throws Exception {
        push("{\"headline\": \"Nobody can read this\", \"status\": \"torn\"}");
        browser.dark(dark);
        browser.size(width, 900);
        eventually(() -> assertThat(browser.text("#letters")).contains("status must be"));

        browser.picture(PICTURES.resolve(name + ".png"));

        assertThat(browser.run("return document.documentElement.scrollWidth").asInt()).isLessThanOrEqualTo(width);
        assertThat(browser.violations()).isEmpty();
        browser.size(width, 900);
        browser.click("#letters button");
        eventually(() -> assertThat(browser.run("return document.querySelector('#letter-bytes').value").asString())
                .contains("torn"));
        assertThat(browser.violations()).isEmpty();
        browser.picture(PICTURES.resolve(name + "-rejected.png"));
    }

    @Test
    void isReachedByKeyboardAndSaysWhereItIs() {
        browser.press(TAB);
        assertThat(browser.run("return document.activeElement.className").asString()).isEqualTo("skip");
        browser.press(TAB);
        assertThat(browser.run("return document.activeElement.name").asString()).isEqualTo("span");
    }

    @Test
    void aStoppedEnrichIsRedWithLagAndStaleFreshnessAndCalmAgainWhenItIsBack() throws Exception {
        pipeline.enrich().close();
        long begun = System.nanoTime();
        for (int i = 1; i <= 5; i++) {
            push("{\"headline\": \"Waiting for enrich " + i + "\"}");
        }
        eventually(() -> assertThat(browser.run("return document.querySelector('#top').dataset.state").asString())
                .isEqualTo("sick"));
        System.out.println("a stopped enrich is red after "
                + Duration.ofNanos(System.nanoTime() - begun).toMillis() + " ms");
        assertThat(browser.text("#verdict")).startsWith("enrich ").contains("5 records wait");
        assertThat(browser.run("return document.querySelector('#flow-enrich').dataset.state").asString())
                .isEqualTo("sick");
        assertThat(browser.run("return document.querySelector('#flow-enriched .stale') !== null").asBoolean()).isTrue();
        assertThat(browser.violations()).isEmpty();
        browser.picture(PICTURES.resolve("sick.png"));

        again = Optional.of(EnrichService.start(Map.of("DATELINE_ENRICH_PORT", "0",
                "DATELINE_KAFKA_BOOTSTRAP_SERVERS", pipeline.bootstrapServers(), "DATELINE_ENRICH_STATE_DIR",
                folder.resolve("state").toString(), "DATELINE_KAFKA_GROUP_INSTANCE_ID", "local")));
        eventually(() -> assertThat(browser.text("#verdict")).isEqualTo("all is well"));
    }

    @Test
    void saysThatItIsCutOffAndGoesOnByItselfWhenTheDashboardIsBack() throws Exception {
        Map<String, String> variables = Map.of("DATELINE_DASHBOARD_PORT", Integer.toString(EmbeddedBroker.freePort()),
                "DATELINE_KAFKA_BOOTSTRAP_SERVERS", pipeline.bootstrapServers());
        DashboardService first = DashboardService.start(variables);
        browser.open(url(first, "/"));
        eventually(() -> assertThat(browser.text("#link")).startsWith("live"));

        first.close();

        eventually(() -> assertThat(browser.text("#trouble")).contains("Cut off from the dashboard"));
        try (DashboardService second = DashboardService.start(variables)) {
            assertThat(second.name()).isEqualTo("dashboard");
            eventually(() -> assertThat(browser.text("#link")).startsWith("live"));
        }
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).untilAsserted(assertion);
    }

    private static long written(String topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", pipeline.bootstrapServers()), new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition())).toList();
            return consumer.endOffsets(partitions).values().stream().collect(Collectors.summingLong(end -> end));
        }
    }

    private static JsonNode push(String json) throws IOException, InterruptedException {
        return ContractJson.mapper().readTree(HTTP.send(HttpRequest
                .newBuilder(URI.create(url(pipeline.ingest(), "/v1/articles")))
                .header("content-type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json)).build(),
                HttpResponse.BodyHandlers.ofString()).body());
    }

    private static HttpResponse<String> get(Service service, String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(URI.create(url(service, path))).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private static String url(Service service, String path) {
        return "http://127.0.0.1:" + service.port() + path;
    }
}
