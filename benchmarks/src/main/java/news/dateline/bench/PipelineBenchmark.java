package news.dateline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import news.dateline.contract.Topics;
import news.dateline.enrich.section.SectionModel;
import news.dateline.local.EmbeddedBroker;
import org.apache.kafka.common.utils.AppInfoParser;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One run of everything that is measured; see {@code benchmarks/run}. */
@Command(name = "benchmarks/run", mixinStandardHelpOptions = true, showDefaultValues = true, description = "Measures the pipeline on this machine, over a real week of news.", footer = {
        "", "Rates of two runs on a shared machine do not compare; those within one run were taken in turn.",
        "BENCHMARK_MOST bounds the run (default 30m).", "", "Example:", "  benchmarks/run --articles 2000"})
final class PipelineBenchmark implements Callable<Integer> {
    /** What a run is made of. */
    enum Part {
        RATES,
        PUSHES,
        FEEDS,
        UP,
        WATCHED,
        CHAIN,
        STEPS,
        SIZES,
        POLLS,
        DASHBOARD,
        FAULTS
    }

    private static final int STOP_SECONDS = 50;

    @Option(names = "--articles", paramLabel = "N", defaultValue = "30000", description = "articles of each rate")
    private int articles;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "3", description = "rounds of pass-through and enrich")
    private int rounds;

    @Option(names = "--seconds", paramLabel = "N", defaultValue = "30", description = "how long latency is measured")
    private int seconds;

    @Option(names = "--pace", paramLabel = "N", defaultValue = "100", description = "articles/s while it is")
    private int pace;

    @Option(names = "--launches", paramLabel = "N", defaultValue = "3", description = "how often start-up is measured")
    private int launches;

    @Option(names = "--only", paramLabel = "PART", split = ",", description = "only these of ${COMPLETION-CANDIDATES}: "
            + "rates on one broker, pushes beside a bare producer, polls of feeds, feed documents beside ROME, what metrics and "
            + "spans cost, the dashboard under load, time from a fault to its red mark, ./dateline up (start-up, latency, memory), the whole chain of enrich beside Lucene's "
            + "analysis, the steps of enrich under JMH, on the week's articles and by length")
    private Set<Part> parts = EnumSet.allOf(Part.class);

    @Option(names = "--feeds", paramLabel = "N", defaultValue = "10000", description = "feeds that are polled")
    private int feeds;

    @Option(names = "--results", paramLabel = "DIR", defaultValue = "benchmarks/results", description = "folder of the written report")
    private Path results;

    private final Progress progress = new Progress();
    private final Report report = new Report();

    /** Runs and ends with exit status 0 where everything was measured, or the data is missing, and 1 where not. */
    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        // The PostgreSQL driver and Lucene would write to the terminal.
        LogManager.getLogManager().reset();
        System.exit(new CommandLine(new PipelineBenchmark()).setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof BenchmarkFailed) {
                        System.err.println("benchmarks/run: " + failure.getMessage());
                        return 1;
                    }
                    throw failure;
                }).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!NewsWeek.isThere()) {
            System.err.println("benchmarks/run: skipped, since " + NewsWeek.FILE.toAbsolutePath().normalize()
                    + " is missing");
            return 0;
        }
        Machine.facts().forEach(report::fact);
        report.fact("kafka", AppInfoParser.getVersion());
        report.fact("section model", SectionModel.bundled().version());
        report.fact("commit", System.getProperty("bench.commit", "unknown"));
        report.fact("command", System.getProperty("bench.command", "unknown"));
        Path folder = Files.createTempDirectory("dateline-bench-");
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(stopping(Thread.currentThread(), stopped));
        try {
            measurePipeline(folder);
            if (parts.contains(Part.POLLS)) {
                FeedPolls.measure(folder, feeds, report, progress);
            }
            if (parts.contains(Part.DASHBOARD)) {
                DashboardLoad.measure(folder, feeds, report, progress);
            }
        } finally {
            delete(folder);
            stopped.countDown();
        }
        if (parts.contains(Part.FEEDS)) {
            FeedRates.measure(report, progress);
        }
        if (parts.contains(Part.CHAIN)) {
            progress.step("running the whole chain of enrich beside Lucene's analysis");
            ChainBesideLucene.measure(report, progress);
        }
        if (parts.contains(Part.STEPS)) {
            progress.step("profiling the steps of enrich");
            StepProfile.measure(report);
        }
        if (parts.contains(Part.SIZES)) {
            progress.step("profiling the steps of enrich by length");
            SizeProfile.measure(report);
        }
        report.fact("load average at the end", Machine.load());
        System.out.print(report.table());
        String name = LocalDate.now(ZoneOffset.UTC).toString();
        report.write(results, name);
        System.out.println("written to " + results.resolve(name + ".md") + " and .json");
        return 0;
    }

    /** A run that is ended from outside must leave no PostgreSQL and no pipeline behind. */
    private static Thread stopping(Thread run, CountDownLatch stopped) {
        return new Thread(() -> {
            try {
                if (stopped.getCount() > 0) {
                    run.interrupt();
                    if (!stopped.await(STOP_SECONDS, TimeUnit.SECONDS)) {
                        System.err.println("benchmarks/run: not everything stopped");
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }, "stopping");
    }

    private void measurePipeline(Path folder) throws InterruptedException {
        int paced = pace * seconds;
        List<PushedArticle> week = NewsWeek.first(articles + paced);
        if (week.size() < articles + paced) {
            throw new BenchmarkFailed("the week has only " + week.size() + " articles; ask for fewer");
        }
        List<PushedArticle> load = week.subList(0, articles);
        report.fact("articles", "%,d of %s, %,.0f bytes each as RawArticle".formatted(articles,
                NewsWeek.FILE.getFileName(), meanBytes(load)));
        if (parts.contains(Part.RATES)) {
            measureOnOneBroker(folder.resolve("one-broker"), load);
        }
        if (parts.contains(Part.PUSHES)) {
            progress.step("starting the broker");
            try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("pushes"), 0)) {
                new PushRates(broker.bootstrapServers(), load, progress).measure(rounds, report);
            }
        }
        if (parts.contains(Part.WATCHED)) {
            try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("watched"), 0)) {
                new WatchCost(broker.bootstrapServers(), folder, load, progress).measure(rounds, report);
            }
        }
        if (parts.contains(Part.FAULTS)) {
            FaultToRed.measure(folder, load, rounds, report, progress);
        }
        if (parts.contains(Part.UP)) {
            measureAsPeopleRunIt(folder, load, week.subList(articles, articles + paced));
        }
    }

    private static double meanBytes(List<PushedArticle> load) {
        return load.stream().mapToInt(article -> Topics.RAW.value().serializer().serialize("", article.raw()).length)
                .average().orElse(0);
    }

    private void measureOnOneBroker(Path folder, List<PushedArticle> load) throws InterruptedException {
        progress.step("starting the broker");
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"), 0)) {
            String bootstrap = broker.bootstrapServers();
            new StreamRates(bootstrap, folder, load, progress).measure(rounds, report);
            progress.step("from push to row");
            try (ServicesOnBroker services = new ServicesOnBroker(bootstrap, folder);
                    Rows rows = new Rows(services.databaseUrl())) {
                report.fact("postgresql", rows.serverVersion());
                double rate = PushToRow.measure(services.ingestPort(), rows, load).perSecond();
                report.add("push to row", rate, "articles/s", "NDJSON over 2 connections, on the broker of the above");
                progress.note("push to row %,.0f articles/s", rate);
            }
        }
    }

    private void measureAsPeopleRunIt(Path folder, List<PushedArticle> load, List<PushedArticle> steady)
            throws InterruptedException {
        List<Double> starts = new ArrayList<>();
        for (int launch = 1; launch <= launches; launch++) {
            progress.step("launch " + launch + " of " + launches + " of ./dateline up");
            long launched = System.nanoTime();
            try (DatelineUp pipeline = DatelineUp.launch(folder.resolve("up-" + launch))) {
                starts.add(StartUp.seconds(pipeline, launched));
                progress.note("first stored article after %.1f s", starts.getLast());
                if (launch == launches) {
                    measureRunning(pipeline, load, steady);
                }
            }
        }
        report.add("start-up to first stored article",
                Rate.median(starts.stream().mapToDouble(x -> x).toArray()), "s", "aim: 12 s; median of "
                        + String.join(", ", starts.stream().map("%.1f"::formatted).toList()) + ", new folder each");
    }

    private void measureRunning(DatelineUp pipeline, List<PushedArticle> load, List<PushedArticle> steady)
            throws InterruptedException {
        progress.step("pushing " + load.size() + " articles to it");
        try (Rows rows = new Rows(pipeline.databaseUrl())) {
            report.add("push to row, ./dateline up",
                    PushToRow.measure(pipeline.ingestPort(), rows, load).perSecond(), "articles/s",
                    "the same from another process, just started");
        }
        progress.step("pushing " + pace + " articles/s for " + seconds + " s");
        List<Double> millis = PushLatency.millis(pipeline, steady, pace);
        String how = "of %,d articles at %d/s; row seen by another connection".formatted(millis.size(), pace);
        report.add("push to row, p50", PushLatency.percentile(millis, 50), "ms", how);
        report.add("push to row, p99", PushLatency.percentile(millis, 99), "ms", how);
        report.add("push to row, slowest", millis.getLast(), "ms", how);
        reportMemory(ResidentMemory.of(pipeline));
    }

    private void reportMemory(List<ResidentMemory> processes) {
        for (ResidentMemory memory : processes) {
            report.add("resident, " + memory.process(), memory.rssKb() / 1024.0, "MiB",
                    "VmRSS; at most %,.1f; Pss %,.1f".formatted(memory.peakKb() / 1024.0, memory.pssKb() / 1024.0));
        }
        report.add("resident, sum of VmRSS", processes.stream().mapToLong(ResidentMemory::rssKb).sum() / 1024.0, "MiB",
                "aim: 1.2 GB; counts PostgreSQL's shared memory in each of its processes");
        report.add("resident, sum of Pss", processes.stream().mapToLong(ResidentMemory::pssKb).sum() / 1024.0, "MiB",
                "counts it once; after all of the above loads");
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
