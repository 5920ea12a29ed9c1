package news.dateline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import news.dateline.contract.Feed;
import news.dateline.contract.FeedState;
import news.dateline.contract.TagRule;
import news.dateline.contract.registry.FeedTopics;
import news.dateline.contract.registry.RulesInForce;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Feeds and rules changed by hand on the dashboard's page, in a browser. Pictures of it are left under {@code target/screenshots}. */
@ExtendWith(SharedPipeline.Extension.class)
@ResourceLock("the shared pipeline")
class DashboardEditsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Path PICTURES = Path.of("target", "screenshots");

    @TempDir
    private static Path folder;

    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Browser.isInstalled(),
                "skipped: no chromium and chromedriver on this machine (Debian: apt-get install chromium-driver)");
        browser = Browser.start(folder.resolve("chromedriver.log"));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void openPage(SharedPipeline pipeline) {
        browser.size(1280, 900);
        browser.dark(false);
        browser.open("http://127.0.0.1:" + pipeline.pipeline().dashboard().port() + "/");
        eventually(() -> assertThat(browser.text("#link")).startsWith("live"));
    }

    @Test
    void aFeedIsAddedAndSaysWhatIsWrongWithItIsPausedAndRemoved(SharedPipeline pipeline) {
        String url = "http://127.0.0.1:1/news.xml";
        browser.click("#add-feed");
        browser.type("#feed-url", "HTTP://127.0.0.1:1/news.xml");
        browser.type("#feed-name", "<script>window.owned = 1</script> Quay");
        browser.type("#feed-author", "an operator");

        browser.click("#feed-save");

        eventually(() -> assertThat(feed(pipeline, url).orElseThrow().author()).isEqualTo("an operator"));
        eventually(() -> assertThat(browser.text(row(url))).contains("<script>window.owned = 1</script> Quay",
                "failing", "1 failure in a row"));
        assertThat(browser.text(row(url) + " .error")).isNotEmpty();
        assertThat(browser.run("return window.owned === undefined").asBoolean()).isTrue();

        browser.click(row(url) + " [data-act=pause]");

        eventually(() -> assertThat(feed(pipeline, url).orElseThrow().state()).isEqualTo(FeedState.PAUSED));
        eventually(() -> assertThat(browser.text(row(url))).contains("paused", "resume"));

        browser.click(row(url) + " .headline");
        eventually(() -> assertThat(value("#feed-url")).isEqualTo(url));
        browser.click("#feed-remove");
        assertThat(browser.text("#feed-said")).contains("its articles stay");
        browser.click("#feed-remove");

        eventually(() -> assertThat(feed(pipeline, url)).isEmpty());
        eventually(() -> assertThat(browser.text("#feeds")).doesNotContain(url));
    }

    @Test
    void aWrongAddressIsRefusedAtItsField(SharedPipeline pipeline) {
        browser.click("#add-feed");
        browser.type("#feed-url", "news.example/rss");

        browser.click("#feed-save");

        eventually(() -> assertThat(browser.text("#feed .wrong"))
                .isEqualTo("url must be an http or https address"));
        assertThat(browser.run("return document.activeElement.id").asString()).isEqualTo("feed-url");
        assertThat(feed(pipeline, "news.example/rss")).isEmpty();
    }

    @Test
    void theFeedsOfAnOpmlFileAreAddedHoweverBrokenItIs(SharedPipeline pipeline) throws IOException {
        Path list = Files.writeString(folder.resolve("list.opml"), """
                <?xml version="1.0" encoding="iso-8859-1"?><opml><body><outline text="Quays & harbours">
                <outline title="Quay" xmlUrl="http://127.0.0.1:1/quay?a=1&amp;b=2"/>
                <outline text="No address" xmlUrl="ftp://127.0.0.1/x">
                """);

        browser.choose("#opml", list);

        eventually(() -> assertThat(browser.text("#feeds-said"))
                .contains(
                        "added 1 feed of list.opml; 0 were there already; 1 refused, such as ftp://127.0.0.1/x: url"));
        assertThat(feed(pipeline, "http://127.0.0.1:1/quay?a=1&b=2").orElseThrow().title()).isEqualTo("Quay");
    }

    @Test
    void aRuleIsTriedAndPutInForceAndTagsWhatComesNext(SharedPipeline pipeline) throws Exception {
        pipeline.pushed(
                "{\"headline\": \"A zeppelin over the quay\", \"content\": {\"text\": \"Many saw the zeppelin.\"}}");
        browser.click("#new-rule");
        browser.type("#rule-tag", "Airships");
        browser.type("#rule-id", "airships");
        browser.type("#rule-query", "zeppelin");
        eventually(() -> {
            browser.click("#rule-try");
            eventually(() -> assertThat(browser.text("#trial-said")).endsWith("of the last day tried."));
            assertThat(browser.text("#trial-examples")).contains("Many saw the zeppelin");
        });
        assertThat(browser.run("return [...document.querySelectorAll('#trial mark')].map(m => m.textContent).join()")
                .asString()).isEqualTo("zeppelin,zeppelin");
        browser.type("#rule-query", "zeppelin AND NOT section:ships");
        browser.click("#rule-try");
        eventually(() -> assertThat(browser.text("#trial-said")).endsWith("None of them has section:ships."));
        browser.type("#rule-query", "zeppelin");
        browser.type("#rule-author", "an editor");
        browser.type("#rule-comment", "<script>window.owned = 1</script> for the air show");

        browser.click("#rule-put");

        eventually(() -> assertThat(browser.text("#rule-said")).startsWith("v1 is in force"));
        eventually(() -> assertThat(tagsOf(pipeline, "The zeppelin is back")).contains("Airships"));
        browser.click("#rule button[value=close]");
        browser.type("#find-rules", "airships editor");
        eventually(() -> assertThat(browser.text("#rules")).contains("airships v1"));
        browser.click("[data-key=airships] button");
        eventually(() -> assertThat(browser.text("#rule-facts"))
                .contains("by an editor: <script>window.owned = 1</script> for the air show"));
        assertThat(browser.run("return window.owned === undefined").asBoolean()).isTrue();
        removeRule(pipeline, "airships");
    }

    @Test
    void aChangeOfARuleSaysWhatItWouldGainAndLose(SharedPipeline pipeline) throws Exception {
        String gained = pipeline.pushed("{\"headline\": \"Gondola sinks\"}");
        String lost = pipeline.pushed("{\"headline\": \"Rickshaw race\"}");
        await().atMost(PATIENCE).until(() -> pipeline.stored(gained).isPresent() && pipeline.stored(lost).isPresent());
        putRule("oddities", "rickshaw");
        browser.click("#rule button[value=close]");
        browser.type("#find-rules", "oddities");
        eventually(() -> browser.click("[data-key=oddities] button"));
        eventually(() -> assertThat(value("#rule-query")).isEqualTo("rickshaw"));

        browser.type("#rule-query", "gondola");
        browser.click("#rule-try");

        eventually(() -> assertThat(browser.text("#trial-counts")).contains("+1", "−1"));
        assertThat(browser.text("#trial .gained")).contains("Would gain the tag", "Gondola sinks");
        assertThat(browser.text("#trial .lost")).contains("Would lose it", "Rickshaw race");
        removeRule(pipeline, "oddities");
    }

    @Test
    void aBadRuleIsRefusedWithItsPosition(SharedPipeline pipeline) {
        browser.click("#new-rule");
        browser.type("#rule-tag", "Broken");
        browser.type("#rule-id", "broken");
        browser.type("#rule-query", "harbour AND (strike OR");
        browser.type("#rule-author", "an editor");
        browser.type("#rule-comment", "unfinished");

        browser.click("#rule-put");

        eventually(() -> assertThat(browser.text("#rule-said")).isEqualTo("Nothing was changed."));
        assertThat(browser.text("#rule .wrong")).contains("at column", "strike OR");
        assertThat(rule(pipeline, "broken")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"light, 1280, false", "dark, 1280, true", "phone, 390, false"})
    void isReadableForEverybody(String name, int width, boolean dark, SharedPipeline pipeline) throws Exception {
        pipeline.pushed("{\"headline\": \"A velocipede for the mayor\"}");
        browser.dark(dark);
        browser.size(width, 900);
        browser.click("#add-feed");
        browser.type("#feed-url", "nowhere");
        browser.click("#feed-save");
        eventually(() -> assertThat(browser.text("#feed .wrong")).isNotEmpty());
        assertThat(browser.violations()).isEmpty();
        browser.picture(PICTURES.resolve(name + "-feed.png"));
        browser.size(width, 900);
        browser.click("#feed button[value=close]");
        browser.click("#new-rule");
        browser.type("#rule-query", "velocipede");
        browser.click("#rule-try");
        eventually(() -> assertThat(browser.text("#trial-said")).endsWith("of the last day tried."));
        assertThat(browser.violations()).isEmpty();
        assertThat(browser.run("return document.documentElement.scrollWidth").asInt()).isLessThanOrEqualTo(width);
        browser.picture(PICTURES.resolve(name + "-rule.png"));
    }

    private static void putRule(String id, String query) {
        browser.click("#new-rule");
        browser.type("#rule-tag", id);
        browser.type("#rule-id", id);
        browser.type("#rule-query", query);
        browser.type("#rule-author", "an editor");
        browser.type("#rule-comment", "a test");
        browser.click("#rule-put");
        eventually(() -> assertThat(browser.text("#rule-said")).startsWith("v1 is in force"));
    }

    /** By the page, where the rule is open. */
    private static void removeRule(SharedPipeline pipeline, String id) {
        browser.type("#rule-comment", "the test is over");
        browser.click("#rule-remove");
        browser.click("#rule-remove");
        eventually(() -> assertThat(rule(pipeline, id)).isEmpty());
    }

    private static String tagsOf(SharedPipeline pipeline, String headline) throws IOException, InterruptedException {
        String id = pipeline.pushed("{\"headline\": \"" + headline + "\", \"id\": \"" + System.nanoTime() + "\"}");
        await().atMost(PATIENCE).until(() -> pipeline.stored(id).isPresent());
        return pipeline.stored(id).orElseThrow().toString();
    }

    private static String row(String url) {
        return "#feeds [data-key='" + url + "']";
    }

    private static String value(String selector) {
        return browser.run("return document.querySelector(arguments[0]).value", selector).asString();
    }

    private static Optional<Feed> feed(SharedPipeline pipeline, String url) {
        return Optional.ofNullable(FeedTopics.read(kafka(pipeline)).feeds().get(url));
    }

    private static Optional<TagRule> rule(SharedPipeline pipeline, String id) {
        return Optional.ofNullable(RulesInForce.read(kafka(pipeline)).get(id));
    }

    private static Map<String, String> kafka(SharedPipeline pipeline) {
        return Map.of("bootstrap.servers", pipeline.pipeline().bootstrapServers());
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).untilAsserted(assertion);
    }
}
