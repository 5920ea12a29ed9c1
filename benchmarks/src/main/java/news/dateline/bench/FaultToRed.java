package news.dateline.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import news.dateline.contract.ContractJson;
import news.dateline.contract.Feed;
import news.dateline.contract.FeedStatus;
import news.dateline.contract.TopicCreation;
import news.dateline.contract.Topics;
import news.dateline.dashboard.DashboardService;
import news.dateline.enrich.EnrichService;
import news.dateline.ingest.publish.RawPublisher;
import news.dateline.local.EmbeddedBroker;
import news.dateline.local.EmbeddedDatabase;
import news.dateline.sink.SinkService;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.JsonNode;

/** How long after a fault the dashboard's page shows it red, and how long after it is mended all is well again. */
final class FaultToRed implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration BETWEEN_ARTICLES = Duration.ofMillis(50);
    private static final URI FEED = URI.create("https://paper.example/feed");

    private final Report report;
    private final Progress progress;
    private final int rounds;
    private final Path folder;
    private final String bootstrap;
    private final HttpClient client = HttpClient.newHttpClient();
    private final DashboardService dashboard;
    private final Producer<byte[], byte[]> producer;
    private EmbeddedDatabase database;
    private Process enrich;
    private final Process sink;

    private FaultToRed(EmbeddedBroker broker, Path folder, int rounds, Report report, Progress progress)
            throws InterruptedException {
        this.report = report;
        this.progress = progress;
        this.rounds = rounds;
        this.folder = folder;
        bootstrap = broker.bootstrapServers();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            TopicCreation.createMissing(admin, Topics.all());
        }
        database = database(0);
        enrich = enrich();
        sink = launch(SinkService.class, Map.of("DATELINE_SINK_PORT", "0", "DATELINE_SINK_DATABASE_URL",
                database.url(), "DATELINE_SINK_DATABASE_USER", database.user()));
        dashboard = DashboardService
                .start(Map.of("DATELINE_KAFKA_BOOTSTRAP_SERVERS", bootstrap, "DATELINE_DASHBOARD_PORT", "0"));
        producer = RawPublisher.producer(Map.of("bootstrap.servers", bootstrap));
    }

    static void measure(Path folder, List<PushedArticle> articles, int rounds, Report report, Progress progress)
            throws InterruptedException {
        progress.step("starting a pipeline to break");
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("faults-kafka"), 0);
                FaultToRed run = new FaultToRed(broker, folder, rounds, report, progress)) {
            Thread news = Thread.ofVirtual().start(() -> run.send(articles));
            run.measure();
            news.interrupt();
        }
    }

    private void measure() {
        Waiting.until("all to be well", LOOK,
                () -> shows(view -> state(view, "enrich").equals("well") && state(view, "sink").equals("well")));
        measure("enrich killed", "enrich", () -> enrich.destroyForcibly(), () -> enrich = enrich());
        measure("enrich frozen", "enrich", () -> signal("-STOP", enrich), () -> signal("-CONT", enrich));
        int port = database.port();
        measure("database stopped", "sink", () -> database.close(), () -> database = database(port));
        List<Double> seconds = new ArrayList<>();
        put(new ProducerRecord<>(Topics.FEEDS.name(), feedKey(),
                Topics.FEEDS.value().serializer().serialize("", Feed.of(FEED.toString(), Instant.now()))));
        for (int round = 0; round < rounds; round++) {
            seconds.add(seconds("a failing feed on the page", () -> tell("failing", "HTTP 503"),
                    view -> view.at("/feeds/states/failing").asInt() == 1));
            seconds("a healthy feed on the page", () -> tell("healthy", ""),
                    view -> view.at("/feeds/states/failing").asInt() == 0);
        }
        add("feed failing, to red", seconds, "from the poll's status in Kafka to the page");
    }

    private void measure(String fault, String service, Runnable breaks, Runnable mends) {
        List<Double> red = new ArrayList<>();
        List<Double> well = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            progress.step(fault + ", round " + (round + 1));
            red.add(seconds(fault + " to be seen", breaks, view -> state(view, service).equals("sick")));
            well.add(seconds(service + " to be well after " + fault, mends,
                    view -> state(view, service).equals("well")));
            progress.note("red after %.1f s, well %.1f s after it was mended", red.getLast(), well.getLast());
        }
        add(fault + ", to red", red, "with 20 articles/s");
        add(fault + ", mended, to well", well, "its start and the articles that waited included");
    }

    private void add(String what, List<Double> seconds, String how) {
        report.add(what, Rate.median(seconds.stream().mapToDouble(x -> x).toArray()), "s", how + "; median of "
                + String.join(", ", seconds.stream().map("%.1f"::formatted).toList()));
    }

    private double seconds(String what, Runnable act, Predicate<JsonNode> shown) {
        long begun = System.nanoTime();
        act.run();
        Waiting.until(what, LOOK, () -> shows(shown));
        return (System.nanoTime() - begun) / 1e9;
    }

    private boolean shows(Predicate<JsonNode> wanted) {
        URI page = URI.create("http://127.0.0.1:" + dashboard.port() + "/v1/pipeline");
        try {
            return wanted.test(ContractJson.mapper()
                    .readTree(client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString()).body()));
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String state(JsonNode view, String service) {
        return view.path("steps").valueStream().filter(step -> step.path("service").asString("").equals(service))
                .map(step -> step.path("state").asString("")).findFirst().orElse("");
    }

    private void send(List<PushedArticle> articles) {
        for (int next = 0; !Thread.currentThread().isInterrupted(); next = (next + 1) % articles.size()) {
            PushedArticle article = articles.get(next);
            producer.send(new ProducerRecord<>(Topics.RAW.name(),
                    Topics.RAW.key().serializer().serialize("", article.raw().articleId()),
                    Topics.RAW.value().serializer().serialize("", article.raw()))).isDone();
            LockSupport.parkNanos(BETWEEN_ARTICLES.toNanos());
        }
    }

    private void tell(String state, String error) {
        FeedStatus status = ContractJson.mapper().readValue("""
                {"schemaVersion": 1, "url": "%s", "state": "%s", "error": "%s", "lastPollAt": "%s", "nextPollAt": "%s"}
                """.formatted(FEED, state, error, Instant.now(), Instant.now().plusSeconds(600)), FeedStatus.class);
        put(new ProducerRecord<>(Topics.FEEDS_STATUS.name(), feedKey(),
                Topics.FEEDS_STATUS.value().serializer().serialize("", status)));
    }

    private void put(ProducerRecord<byte[], byte[]> record) {
        producer.send(record).isDone();
        producer.flush();
    }

    private static byte[] feedKey() {
        return Topics.FEEDS.key().serializer().serialize("", FEED.toString());
    }

    private EmbeddedDatabase database(int port) {
        return EmbeddedDatabase.start(folder.resolve("faults-postgres"), port, folder.resolve("faults-postgres.log"));
    }

    private Process enrich() {
        return launch(EnrichService.class, Map.of("DATELINE_ENRICH_PORT", "0", "DATELINE_ENRICH_STATE_DIR",
                folder.resolve("faults-enrich").toString()));
    }

    private Process launch(Class<?> service, Map<String, String> settings) {
        Map<String, String> variables = new HashMap<>(settings);
        variables.put("DATELINE_KAFKA_BOOTSTRAP_SERVERS", bootstrap);
        ProcessBuilder java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-Xmx256m", "-cp", System.getProperty("java.class.path"), service.getName());
        java.environment().putAll(variables);
        try {
            return java.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            throw new BenchmarkFailed("no " + service.getSimpleName() + ": " + e.getMessage(), e);
        }
    }

    private static void signal(String signal, Process process) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
        } catch (IOException e) {
            throw new BenchmarkFailed("can't send a signal: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
        dashboard.close();
        sink.destroyForcibly();
        enrich.destroyForcibly();
        database.close();
        client.close();
    }
}
