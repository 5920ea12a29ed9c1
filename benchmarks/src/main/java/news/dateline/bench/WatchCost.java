package news.dateline.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import news.dateline.contract.TopicCreation;
import news.dateline.contract.Topics;
import org.apache.kafka.clients.admin.Admin;

/**
 * What metrics and spans cost the stream: enrich without them, with metrics, with both, over the same articles, in turn on one
 * broker and each round in the other order.
 *
 * <p>The rate swings with whatever else the machine does. What is compared is the processor time of the threads that enrich has
 * started, its clients and the sending of spans among them: neither the broker nor the receiver of spans is in it, neither
 * compilation nor garbage collection. Each is compared with the unwatched enrich of its own round.
 */
final class WatchCost {
    /** How much of it is on. */
    private enum Watched {
        NOT,
        METRICS,
        METRICS_AND_SPANS
    }

    private record Figures(double perSecond, double cpuMicros) {
        double moreCpuThan(Figures other) {
            return 100 * (cpuMicros / other.cpuMicros - 1);
        }

        double slowerThan(Figures other) {
            return 100 * (1 - perSecond / other.perSecond);
        }
    }

    private final LongAdder spanBytes = new LongAdder();
    private final String bootstrap;
    private final Path folder;
    private final List<PushedArticle> articles;
    private final Progress progress;

    WatchCost(String bootstrap, Path folder, List<PushedArticle> articles, Progress progress) {
        this.bootstrap = bootstrap;
        this.folder = folder;
        this.articles = articles;
        this.progress = progress;
    }

    /** Runs the rounds; one of each before them warms up and does not count. */
    void measure(int rounds, Report report) throws InterruptedException {
        Map<Watched, List<Figures>> all = new EnumMap<>(Watched.class);
        HttpServer receiver = receiver();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            ArticleTopics topics = new ArticleTopics(bootstrap, admin);
            TopicCreation.createMissing(admin, Topics.all());
            for (int round = 0; round <= rounds; round++) {
                List<Watched> order = List.of(Watched.values());
                for (Watched watched : round % 2 == 0 ? order : order.reversed()) {
                    progress.step("watched: " + watched + ", round " + round);
                    topics.fill(Topics.RAW.name(), articles, 1);
                    Figures figures = run(watched, round, "http://127.0.0.1:" + receiver.getAddress().getPort());
                    topics.renew();
                    progress.note("%s: %,.0f articles/s, %,.0f µs CPU", watched, figures.perSecond(),
                            figures.cpuMicros());
                    if (round > 0) {
                        all.computeIfAbsent(watched, word -> new ArrayList<>()).add(figures);
                    }
                }
            }
        } finally {
            receiver.stop(0);
        }
        all.forEach((watched, figures) -> report(watched, figures, all.get(Watched.NOT), report));
    }

    @SuppressWarnings("try") // The run that is handed on is closed by whoever rates it.
    private Figures run(Watched watched, int round, String endpoint) {
        Path state = folder.resolve("watched-" + watched + "-" + round);
        try (CommittedOutput output = new CommittedOutput(bootstrap, Topics.ENRICHED.name())) {
            NewThreads threads = new NewThreads();
            try (StreamsRun run = start(watched, state, endpoint)) {
                long[] cpu = {0};
                Rate rate = output.rate(new StreamsRun() {
                    @Override
                    public long received() {
                        cpu[0] = threads.cpuNanos();
                        return run.received();
                    }

                    @Override
                    public void close() {
                        run.close();
                    }
                }, articles.size());
                return new Figures(rate.perSecond(), (threads.cpuNanos() - cpu[0]) / 1e3 / articles.size());
            }
        }
    }

    private StreamsRun start(Watched watched, Path state, String endpoint) {
        return switch (watched) {
            case NOT -> UnwatchedEnrich.start(bootstrap, state);
            case METRICS -> StreamsRun.enrich(bootstrap, state, Map.of());
            case METRICS_AND_SPANS -> StreamsRun.enrich(bootstrap, state,
                    Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint));
        };
    }

    private HttpServer receiver() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                spanBytes.add(exchange.getRequestBody().readAllBytes().length);
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void report(Watched watched, List<Figures> figures, List<Figures> unwatched, Report report) {
        String name = switch (watched) {
            case NOT -> "enrich, unwatched";
            case METRICS -> "enrich, metrics";
            case METRICS_AND_SPANS -> "enrich, metrics and spans";
        };
        report.add(name, Rate.median(figures.stream().mapToDouble(Figures::perSecond).toArray()), "articles/s",
                "median of " + figures.size());
        report.add(name + ", CPU", Rate.median(figures.stream().mapToDouble(Figures::cpuMicros).toArray()),
                "µs/article", "of enrich's own threads");
        if (watched != Watched.NOT) {
            compare(name + ", fewer articles/s", figures, unwatched, Figures::slowerThan, report);
            compare(name + ", more CPU", figures, unwatched, Figures::moreCpuThan, report);
        }
        if (watched == Watched.METRICS_AND_SPANS) {
            report.add("spans received", spanBytes.sum() / 1e6, "MB", "of all rounds");
        }
    }

    private static void compare(String name, List<Figures> figures, List<Figures> unwatched,
            ToDoubleBiFunction<Figures, Figures> percent, Report report) {
        double[] rounds = IntStream.range(0, figures.size())
                .mapToDouble(round -> percent.applyAsDouble(figures.get(round), unwatched.get(round))).toArray();
        report.add(name, Rate.median(rounds), "%", "aim: under 5 %; median of "
                + String.join(", ", DoubleStream.of(rounds).mapToObj("%.1f"::formatted).toList()));
    }
}
