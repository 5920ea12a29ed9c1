package news.dateline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import news.dateline.contract.ContractJson;
import news.dateline.contract.EnrichedArticle;
import news.dateline.local.CannotStart;
import news.dateline.local.LocalPipeline;
import news.dateline.local.Ports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The main job in a minute: the whole pipeline on the bundled sample news. */
@Command(name = "demo", mixinStandardHelpOptions = true, description = "Runs the whole pipeline on sample news in a temporary folder, shows what is stored, and ends.", footer = {
        "", "Example:", "  dateline demo"})
final class DemoCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** What shells give a process that Ctrl-C ended. */
    private static final int INTERRUPTED = 130;

    @Option(names = "--news", paramLabel = "DIR", defaultValue = "${sys:dateline.home}/sample-news", description = "what to push (default: the bundled sample news)")
    private Path news;

    private final Set<String> pushed = new LinkedHashSet<>();
    private final Map<String, Long> shown = new HashMap<>();
    private long refused;

    @Override
    public Integer call() {
        return StopSignal.heededBy(this::run, INTERRUPTED);
    }

    private int run(StopSignal signal) {
        List<PushFile> files = PushFile.in(news);
        Path folder = temporaryFolder();
        LogFile.in(folder.resolve("logs"));
        try (Progress progress = new Progress()) {
            int status = run(files, folder, progress, signal);
            if (status == 0) {
                delete(folder);
            } else {
                Console.note("not all went through; the log is in " + folder.resolve("logs"));
            }
            return status;
        } catch (CannotStart e) {
            throw new Failure(e.getMessage() + "; the log is in " + folder.resolve("logs"), e);
        } catch (OutputClosed e) {
            delete(folder);
            throw e;
        } catch (RuntimeException e) {
            // Whoever stopped it wants nothing of it; whoever sees a failure wants its log.
            if (Thread.interrupted()) {
                delete(folder);
            }
            throw e;
        }
    }

    private int run(List<PushFile> files, Path folder, Progress progress, StopSignal signal) {
        try (LocalPipeline pipeline = signal
                .shielded(() -> LocalPipeline.start(folder, Ports.ANY_FREE, step -> {
                    signal.check();
                    progress.step(step);
                }))) {
            // What happens to articles later comes after them, as in life: files from 80 on.
            run(pipeline, files.stream().filter(file -> !isLater(file)).toList(), progress);
            run(pipeline, files.stream().filter(DemoCommand::isLater).toList(), progress);
            progress.clear();
            int status = report(pipeline, progress);
            progress.step("stopping");
            return status;
        }
    }

    private static boolean isLater(PushFile file) {
        return file.path().getFileName().toString().matches("[89]\\d-.*");
    }

    private void run(LocalPipeline pipeline, List<PushFile> files, Progress progress) {
        progress.step("pushing " + files.size() + " files of news");
        Pusher pusher = new Pusher(url(pipeline.ingest().port()), Optional.empty(), this::note);
        files.forEach(file -> push(pusher, file));
        progress.step("waiting for every article's outcome");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!Outcomes.of(pipeline).settled()) {
            showStored(pipeline, progress);
            if (System.nanoTime() > deadline) {
                throw new Failure("not every article had its outcome within " + PATIENCE.toSeconds() + " s: "
                        + Outcomes.of(pipeline).sentence());
            }
        }
        showStored(pipeline, progress);
    }

    private void note(Pusher.Result result) {
        if (result.accepted()) {
            pushed.add(result.articleId());
        } else {
            refused++;
            Console.line("@|yellow rejected|@ " + Console.plain(result.problem()) + "\n");
        }
    }

    /** Prints what PostgreSQL has by now and had not before: new articles, and new revisions. */
    private void showStored(LocalPipeline pipeline, Progress progress) {
        for (String id : pushed) {
            HttpResponse<byte[]> answer = Http.get(url(pipeline.sink().port()).resolve("/v1/articles/" + id));
            if (answer.statusCode() == 200) {
                EnrichedArticle article = ContractJson.mapper().readValue(answer.body(), EnrichedArticle.class);
                if (!Long.valueOf(article.revision()).equals(shown.put(id, article.revision()))) {
                    progress.clear();
                    Console.line(ArticleText.of(article) + "\n");
                }
            } else if (shown.remove(id) != null) {
                progress.clear();
                Console.line("@|bold,red withdrawn|@ " + id + "\n");
            }
        }
    }

    private int report(LocalPipeline pipeline, Progress progress) {
        Outcomes outcomes = Outcomes.of(pipeline);
        var counts = Http.json(Http.get(url(pipeline.sink().port()).resolve("/v1/counts")));
        Console.line("@|bold " + outcomes.sentence() + "|@");
        Console.raw("in PostgreSQL now: " + counts.path("articles").asLong() + " articles, "
                + counts.path("duplicates").asLong() + " of them duplicates of another");
        Console.note("after " + progress.seconds() + " s; next: dateline up");
        return outcomes.settled() && outcomes.rejected() == refused && counts.path("articles").asLong() == shown.size()
                ? 0
                : 1;
    }

    private static URI url(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("dateline-demo-");
        } catch (IOException e) {
            throw new Failure("can't make a temporary folder: " + e.getMessage(), e);
        }
    }

    private static void push(Pusher pusher, PushFile file) {
        try (InputStream in = Files.newInputStream(file.path())) {
            pusher.push(in, file.mediaType());
        } catch (IOException e) {
            throw new Failure("can't read " + file.path() + ": " + e.getMessage(), e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't delete " + folder, e);
        }
    }
}
