package news.dateline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import news.dateline.cli.ChildCommand.Ended;
import news.dateline.contract.Topics;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands as people and programs run them, against a running pipeline. */
@ExtendWith(SharedPipeline.class)
@Timeout(value = 3, unit = MINUTES)
class CommandsIT {
    private final SharedPipeline.Running running;

    @TempDir
    private Path folder;

    CommandsIT(SharedPipeline.Running running) {
        this.running = running;
    }

    @Test
    void pushedFileIsFoundBySearch() throws IOException {
        Path file = Files.writeString(folder.resolve("one.json"), article("one", "Quayside crane topples at Marwick"));

        Ended pushed = running.runProcess("", "push", file.toString());

        assertThat(pushed.status()).isZero();
        assertThat(pushed.out()).isEqualTo("pushed 1: 1 accepted, 0 rejected\n");
        await().atMost(30, SECONDS).untilAsserted(() -> assertThat(running.run("search", "crane", "marwick").out())
                .contains("Quayside crane topples at Marwick"));
        JsonNode found = json(running.runProcess("", "search", "crane", "--from", "1h", "--json").out());
        assertThat(found.path("articles")).hasSize(1);
    }

    @Test
    void traceTellsTheWayOfAnArticle() throws IOException {
        Path file = Files.writeString(folder.resolve("two.ndjson"),
                article("way", "The way of a headline") + "\n" + article("way", "The way of a headline") + "\n");
        running.run("push", file.toString());
        await().atMost(30, SECONDS).untilAsserted(
                () -> assertThat(running.run("search", "way", "headline", "--json").out()).contains("traceId"));
        JsonNode row = json(running.run("search", "way", "headline", "--json").out()).path("articles").path(0);
        String id = row.path("articleId").asString();

        assertThat(running.run("trace", id).out()).containsPattern("raw +news.articles.raw-\\d@\\d+ +accepted")
                .containsPattern("enriched +news.articles.enriched-\\d@\\d+ +enriched: revision 1, usable")
                .containsPattern("stored +the store +stored: revision 1, usable");
        List<String> steps = json(running.run("trace", id, "--json").out()).path("steps").valueStream()
                .map(step -> step.path("step").asString()).toList();
        assertThat(steps).containsExactlyInAnyOrder("raw", "raw", "enriched", "stored");

        assertThat(running.run("trace", row.path("traceId").asString()).out()).contains("article " + id, "stored");
    }

    @Test
    void traceBeginsInTheInboxWhereTheArticleCameThroughIt() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(Topics.INBOX.name(),
                article("by-inbox", "Ferry timetable pinned to the inbox").getBytes(UTF_8));
        record.headers().add("content-type", "application/json".getBytes(UTF_8));
        record.headers().add("traceparent", ("00-" + trace + "-00f067aa0ba902b7-01").getBytes(UTF_8));
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", running.pipeline().bootstrapServers()), new ByteArraySerializer(),
                new ByteArraySerializer())) {
            assertThat(producer.send(record)).succeedsWithin(30, SECONDS);
        }
        await().atMost(30, SECONDS).untilAsserted(
                () -> assertThat(running.run("search", "ferry", "timetable", "--json").out()).contains(trace));

        JsonNode steps = json(running.run("trace", trace, "--json").out()).path("steps");

        assertThat(steps.valueStream().map(step -> step.path("step").asString())).containsExactly("inbox", "raw",
                "enriched", "stored");
        assertThat(steps.path(0).path("topic").asString()).isEqualTo(Topics.INBOX.name());
    }

    @Test
    void traceOfWhatIsNotKnownSaysSo() {
        Ended traced = running.run("trace", "0af7651916cd43dd8448eb211c80319c");

        assertThat(traced.status()).isEqualTo(1);
        assertThat(traced.err()).contains("nothing is known of 0af7651916cd43dd8448eb211c80319c", "--from 7d");
    }

    @Test
    void foldersArePushedWholeAndABadLineIsNamed() throws IOException {
        Files.writeString(folder.resolve("a.ndjson"),
                article("a1", "First of the folder") + "\nno json\n" + article("a3", "Third of the folder") + "\n");
        Files.writeString(folder.resolve("b.json"), article("b", "Second file"));

        Ended pushed = running.run("push", folder.toString());

        assertThat(pushed.status()).isEqualTo(1);
        assertThat(pushed.lines()).containsExactly(folder.resolve("a.ndjson") + ": 2 accepted, 1 rejected",
                folder.resolve("b.json") + ": 1 accepted, 0 rejected",
                "pushed 4: 3 accepted, 1 rejected from 2 files");
        assertThat(pushed.err()).contains("a.ndjson line 2: ").doesNotContain("\tat ");
    }

    @Test
    void standardInputGivesOneJsonLineForEachArticle() {
        Ended pushed = running.runProcess(article("s1", "From a pipe") + "\n{}\n", "push", "--json", "-");

        assertThat(pushed.status()).isEqualTo(1);
        assertThat(pushed.lines()).hasSize(3);
        assertThat(json(pushed.lines().get(0)).path("articleId").asString()).hasSize(32);
        assertThat(json(pushed.lines().get(1)).path("status").asString()).isEqualTo("rejected");
        assertThat(json(pushed.lines().get(2)).path("outcome").asString()).isEqualTo("pushed");
    }

    @Test
    void tailReadsFromTheEarliestAndEndsAfterItsCount() {
        running.runWith(article("t1", "Tide tables reprinted") + "\n" + article("t2", "Tide tables recalled"), "push",
                "-");

        Ended text = running.run("tail", "--from", "earliest", "--count", "2");
        Ended ninjs = running.run("tail", "--from", "earliest", "--count", "2", "--format", "ninjs");

        assertThat(text.status()).isZero();
        assertThat(text.out()).contains(" r1\n").doesNotContain("\u001b");
        assertThat(ninjs.lines()).hasSize(2)
                .allSatisfy(line -> assertThat(json(line).path("standard").path("name").asString()).isEqualTo("ninjs"));
    }

    @Test
    void tailEndsInOrderWhenItIsStopped() {
        try (ChildCommand tail = ChildCommand.start(running.environment(), "", "tail")) {
            await().atMost(30, SECONDS).until(() -> tail.err().contains("Ctrl-C ends"));

            tail.process().destroy();

            Ended ended = tail.end();
            assertThat(ended.status()).isZero();
            assertThat(ended.err()).doesNotContain("Exception");
        }
    }

    @Test
    void ruleThatIsPutTagsTheNextArticleAndOnceRemovedNoMore() {
        assertThat(running.run("rules", "put", "puffin-counts", "--tag", "Puffin counts", "--query", "puffin").out())
                .isEqualTo("in force: puffin-counts v1\n");

        awaitTag("Puffin counts", "puffin", true);
        assertThat(running.run("rules", "list").out()).contains("puffin-counts v1  #Puffin counts  puffin\n");
        assertThat(running.run("rules", "test", "headline:puffin", "--since", "earliest").out())
                .contains("Wardens count puffin burrows", "articles match");
        assertThat(running.run("rules", "test", "puffin AND section:birds", "--since", "earliest").out())
                .contains("0 of ", "no article has section:birds");
        assertThat(running.run("rules", "test", "puffin-cuonts").err())
                .contains("no rule in force is called puffin-cuonts: tried as a query");
        assertThat(running.run("rules", "test", "puffin", "--examples", "-1").err())
                .contains("--examples must be 0 or more, not -1");
        assertThat(running.run("rules", "test", "harbour AND NOT puffin", "--against", "puffin-counts", "--since",
                "earliest").out()).contains("+ ", "- Wardens count puffin", "against v1 in force: +");
        JsonNode trial = json(running.run("rules", "test", "puffin-counts", "--since", "earliest", "--json").out());
        assertThat(trial.path("rules").path(0).path("matched").asInt()).isPositive();
        assertThat(trial.path("rules").path(0).path("gained").asInt(-1)).isZero();
        assertThat(trial.path("rules").path(0).path("examples").path(0).path("matches")).isNotEmpty();

        assertThat(
                running.run("rules", "remove", "puffin-counts", "--author", "m.oldacre", "--comment", "counted").out())
                .isEqualTo("removed: puffin-counts\n");

        awaitTag("Puffin counts", "puffin", false);
        assertThat(running.run("rules", "list", "--json").out()).doesNotContain("puffin-counts");
        assertThat(running.run("rules", "log", "auk-counts").err()).contains("no change of a rule 'auk-counts'");
        assertThat(running.run("rules", "log", "puffin-counts").out()).contains("puffin-counts v1",
                "puffin-counts removed  m.oldacre  counted\n");
    }

    @Test
    void ruleSaysWhoChangedItAndBringsItsParent() {
        running.run("rules", "put", "sea-birds", "--tag", "Sea birds", "--query", "nothingatall");
        running.run("rules", "put", "razorbills", "--tag", "Razorbills", "--query", "razorbill", "--parent",
                "sea-birds",
                "--media-topic", "20000500", "--author", "m.oldacre", "--comment", "city desk", "--mentions", "2");

        assertThat(running.run("rules", "show", "razorbills").out()).contains("razorbills v1", "mentions", "sea-birds",
                "20000500", "by m.oldacre", "city desk");
        assertThat(running.run("rules", "show", "sea-birds").out()).contains("by " + System.getProperty("user.name"),
                "brought by", "razorbills");
        awaitTag("Sea birds", "razorbill", true);

        Ended circle = running.run("rules", "put", "sea-birds", "--tag", "Sea birds", "--query", "x", "--parent",
                "razorbills");
        assertThat(circle.status()).isEqualTo(1);
        assertThat(circle.err()).contains("sea-birds → razorbills → sea-birds").hasLineCount(1);
        assertThat(running.run("rules", "put", "x", "--tag", "X", "--query", "x", "--parent", "none").err())
                .contains("there is no rule 'none' to be the parent");
        assertThat(running.run("rules", "put", "x", "--tag", "X", "--query", "x", "--media-topic", "sea").err())
                .contains("eight digits");
    }

    @Test
    void badQueryIsRefusedWithItsPlaceAndReason() {
        Ended put = running.run("rules", "put", "bad", "--tag", "Bad", "--query", "puffin AND (");

        assertThat(put.status()).isEqualTo(1);
        assertThat(put.err()).contains("column 13", "it ends too early").hasLineCount(1);
    }

    @Test
    void kafkaPropertiesOfTheEnvironmentReachTheClientAndWhatIsWrongWithThemIsOneLine() {
        // The broker of a local pipeline asks nobody for a name.
        Map<String, String> named = new HashMap<>(running.environment());
        named.putAll(Map.of("DATELINE_KAFKA_SECURITY_PROTOCOL", "SASL_PLAINTEXT", "DATELINE_KAFKA_SASL_MECHANISM",
                "PLAIN",
                "DATELINE_KAFKA_SASL_JAAS_CONFIG", "org.apache.kafka.common.security.plain.PlainLoginModule required "
                        + "username=\"editor\" password=\"hunter2\";"));
        Map<String, String> untrusting = new HashMap<>(running.environment());
        untrusting.putAll(Map.of("DATELINE_KAFKA_SECURITY_PROTOCOL", "SSL", "DATELINE_KAFKA_SSL_TRUSTSTORE_LOCATION",
                "/no/such/trust.p12"));

        Ended rules = ChildCommand.start(named, "", "rules", "list").end();
        Ended tail = ChildCommand.start(untrusting, "", "tail").end();

        assertThat(rules.status()).isEqualTo(1);
        assertThat(rules.err()).contains("not let in: ").hasLineCount(1);
        assertThat(tail.status()).isEqualTo(1);
        assertThat(tail.err()).contains("/no/such/trust.p12").hasLineCount(1);
    }

    @Test
    void rejectedArticleIsShownMendedReplayedAndStored() throws IOException {
        running.runWith("{\"id\":\"mend\",\"headline\":\"Lock gates mended\",\"status\":\"afloat\"}\n", "push", "-");
        String[] place = new String[1];
        await().atMost(30, SECONDS).until(() -> running.run("rejected", "list", "--reason", "invalid-field", "--json")
                .lines().stream().map(line -> json(line).path("article"))
                .filter(article -> running.run("rejected", "show", placeOf(article)).out().contains("Lock gates"))
                .peek(article -> place[0] = placeOf(article)).findFirst().isPresent());
        Path mended = Files.writeString(folder.resolve("mended.json"),
                running.run("rejected", "show", place[0]).out().replace(",\"status\":\"afloat\"", ""));

        Ended replayed = running.run("rejected", "replay", place[0], "--with", mended.toString(), "--note", "afloat");

        assertThat(replayed.out()).startsWith("edited to news.inbox-");
        await().atMost(30, SECONDS).untilAsserted(
                () -> assertThat(running.run("search", "lock", "gates").out()).contains("Lock gates mended"));
        assertThat(running.run("rejected", "list", "--all").out()).contains(place[0] + " ", "edited to news.inbox-");
        assertThat(running.run("rejected", "list").out()).doesNotContain(place[0] + " ");
    }

    @Test
    void rejectedArticlesAreTriedByReasonAndDiscardedWithANote() {
        running.runWith("no json at all\n", "push", "-");
        await().atMost(30, SECONDS)
                .until(() -> !running.run("rejected", "list", "--reason", "not-json").out().isEmpty());

        Ended tried = running.run("rejected", "replay", "--step", "ingest", "--reason", "not-json", "--dry-run");
        String place = placeOf(json(running.run("rejected", "list", "--reason", "not-json", "--json").lines().get(0))
                .path("article"));
        Ended discarded = running.run("rejected", "discard", place, "--note", "no article", "--json");

        assertThat(tried.out()).startsWith("would be replayed: ");
        assertThat(json(discarded.out()).path("act").asString()).isEqualTo("discarded");
        assertThat(json(discarded.out()).path("note").asString()).isEqualTo("no article");
        assertThat(running.run("rejected", "show", "0/999999").err()).contains("is not among the newest")
                .hasLineCount(1);
    }

    private static String placeOf(JsonNode article) {
        return article.path("place").path("partition").asInt() + "/" + article.path("place").path("offset").asLong();
    }

    @Test
    void statusShowsWhatTheDashboardDoes() {
        assertThat(running.run("status").out()).contains("enrich ", "newest article", "sections", "rejected", "feeds",
                "news.articles.rejected.acts");
    }

    @Test
    void statusTellsTheRestWhereAPartIsAway() {
        Ended status = LocalCommand.run(Map.of("--read", "http://127.0.0.1:1", "--dashboard",
                "http://127.0.0.1:" + running.pipeline().dashboard().port()), "", "status");

        assertThat(status.status()).isEqualTo(1);
        assertThat(status.out()).contains("newest article", "sink: away: nobody answers at http://127.0.0.1:1/");
        assertThat(status.err()).contains("nobody answers at http://127.0.0.1:1/");
    }

    @Test
    void statusIsReadByPrograms() {
        JsonNode status = json(running.runProcess("", "status", "--json").out());

        assertThat(status.path("health").path("sink").asString()).isEqualTo("up");
        assertThat(status.path("pipeline").path("steps")).hasSize(3);
        assertThat(status.path("stored").has("articles")).isTrue();
    }

    /** Pushes one article after another, each with another id, until one comes out with the tag, or without. */
    private void awaitTag(String tag, String word, boolean tagged) {
        int[] round = new int[1];
        await().atMost(30, SECONDS).until(() -> {
            String name = word + tagged + round[0]++;
            String id = json(running.runWith(article(name, "Wardens count " + word + " burrows " + name), "push",
                    "--json", "-").lines().getFirst()).path("articleId").asString();
            return tagsOf(id).contains(tag) == tagged;
        });
    }

    private List<String> tagsOf(String id) {
        var address = java.net.URI.create(running.environment().get("DATELINE_READ") + "/v1/articles/" + id);
        await().atMost(20, SECONDS).until(() -> Http.get(address).statusCode() == 200);
        return Http.json(Http.get(address)).path("labels").path("tags").valueStream()
                .map(label -> label.path("tag").asString()).toList();
    }

    static String article(String name, String headline) {
        return "{\"url\":\"https://harbour.example/" + name + "\",\"headline\":\"" + headline
                + "\",\"content\":{\"mediaType\":\"text/plain\",\"text\":\"" + headline
                + ". The harbour master told reporters on Thursday that more would be known within the week, "
                + IntStream.range(0, 3).mapToObj(i -> "as " + name + " said").toList() + ".\"}}";
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
