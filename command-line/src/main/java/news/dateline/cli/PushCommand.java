package news.dateline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Pushes articles over HTTP, with progress and the outcome of each file. */
@Command(name = "push", mixinStandardHelpOptions = true, description = "Pushes articles in any accepted format.", footer = {
        "",
        "What is pushed: files, folders with all that is in them, 'patterns*', URLs, standard input (-); packed with",
        "gzip or not.", "",
        "Formats, told by name and content: JSON (.json), NDJSON (.ndjson, .jsonl), feeds (.rss, .atom, .xml),",
        "HTML pages (.html), scraped pages (.txt), web archives (.warc: each page that was answered with HTML).", "",
        "Examples:", "  dateline push sample-news/", "  dateline push page.txt 'feeds/*.xml' https://news.example/feed",
        "  dateline push --resume week.state week.ndjson.gz     killed? The same command goes on",
        "  echo '{\"headline\":\"Harbour reopens\",\"url\":\"https://news.example/1\"}' | dateline push -", "",
        "A part whose answer a kill cut off is pushed again, which makes no second article.",
        "Exit status is 1 when any file failed or any article was rejected."})
final class PushCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE|DIR|URL|-", description = "what to push; - is standard input")
    private List<String> what;

    @Option(names = "--type", paramLabel = "MEDIA/TYPE", description = "media type of every file, where name and content don't tell it")
    private Optional<String> type = Optional.empty();

    @Option(names = "--json", description = "print one JSON line for each article, and one for each file, with its outcome")
    private boolean json;

    @Option(names = "--resume", paramLabel = "STATE", description = "write to the file STATE how far each file came, and go on from there")
    private Optional<Path> resume = Optional.empty();

    @Option(names = "--token", paramLabel = "TOKEN", defaultValue = "${env:DATELINE_TOKEN}", description = "bearer token of the push API, or set DATELINE_TOKEN, which other processes don't see")
    private Optional<String> token = Optional.empty();

    @Mixin
    private Addresses.Ingest ingest = new Addresses.Ingest();

    private Progress progress;
    private FileOutcomes outcomes;
    private ResumeLog log;
    private String pushing = "";
    private long accepted;
    private long rejected;
    private boolean before;

    private interface Push {
        void run() throws IOException;
    }

    @Override
    public Integer call() {
        String first = what.getFirst();
        outcomes = new FileOutcomes(json,
                what.size() == 1
                        && (first.equals("-") || NamedDocument.isUrl(first) || Files.isRegularFile(Path.of(first))));
        try (Progress shown = new Progress(); ResumeLog kept = resume.map(ResumeLog::at).orElseGet(ResumeLog::none)) {
            progress = shown;
            log = kept;
            what.forEach(this::push);
        } finally {
            outcomes.summarise();
        }
        return outcomes.isSuccess() ? 0 : 1;
    }

    private void push(String name) {
        if (name.equals("-")) {
            push("standard input", this::pushInput);
        } else if (NamedDocument.isUrl(name)) {
            URI url = new Addresses.HttpAddress().convert(name);
            push(name, () -> fetch(url));
        } else {
            FoundFiles found = FoundFiles.named(name);
            found.unreadable().forEach((file, why) -> outcomes.failed(file.toString(), why, 0, 0));
            found.files().forEach(this::push);
            outcomes.skipped(name, found.skipped().stream().map(Path::toString).toList());
        }
    }

    private void push(String name, Push push) {
        pushing = name;
        accepted = 0;
        rejected = 0;
        before = false;
        progress.step("pushing " + name);
        try {
            push.run();
            progress.clear();
            if (before) {
                outcomes.before(name);
            } else {
                outcomes.pushed(name, accepted, rejected);
            }
        } catch (IOException e) {
            progress.clear();
            outcomes.failed(name, String.valueOf(e.getMessage()), accepted, rejected);
        } catch (Failure e) {
            progress.clear();
            outcomes.pushed(name, accepted, rejected);
            throw e;
        }
    }

    private void push(Path file) {
        push(file.toString(), () -> {
            ResumeLog.Mark mark = log.of(file);
            before = mark.isWhole();
            if (before) {
                return;
            }
            try (InputStream in = Files.newInputStream(file)) {
                PushBytes bytes = PushBytes.of(in);
                pusher(done -> log.done(mark, done)).push(bytes.stream(),
                        told(ContentType.ofFile(file.toString(), bytes.beginning())), "", mark.done());
            }
            log.done(mark, ResumeLog.WHOLE);
        });
    }

    private void pushInput() throws IOException {
        PushBytes bytes = PushBytes.of(System.in);
        String told = type.or(() -> ContentType.ofBeginning(bytes.beginning()))
                .filter(kind -> !kind.equals(PushFile.JSON)).orElse(PushFile.LINES);
        if (told.startsWith(PushFile.LINES)) {
            pusher(PushCommand::forget).pushAsTheyCome(bytes.stream(), told);
        } else {
            pusher(PushCommand::forget).push(bytes.stream(), told, "", 0);
        }
    }

    private void fetch(URI url) throws IOException {
        HttpResponse<InputStream> page = Http.fetch(url);
        try (InputStream body = Http.bounded(page)) {
            if (page.statusCode() != 200) {
                throw new IOException("the answer is HTTP " + page.statusCode());
            }
            PushBytes bytes = PushBytes.of(body);
            pusher(PushCommand::forget).push(bytes.stream(), told(ContentType.ofAnswer(
                    page.headers().firstValue("content-type"), page.uri().getPath(), bytes.beginning())),
                    page.uri().toString(), 0);
        }
    }

    private static void forget(long done) {
        // What has no file is pushed from its beginning when it is pushed again.
    }

    private String told(Optional<String> byItself) throws IOException {
        return type.or(() -> byItself).orElseThrow(
                () -> new IOException("neither its name nor its content tells its format; give --type"));
    }

    private Pusher pusher(LongConsumer answered) {
        return new Pusher(ingest.url(), token, this::tell, answered);
    }

    private void tell(Pusher.Result result) {
        if (result.accepted()) {
            accepted++;
        } else {
            rejected++;
        }
        if (json) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("file", pushing);
            line.put("line", result.line());
            line.put("status", result.accepted() ? "accepted" : "rejected");
            line.put(result.accepted() ? "articleId" : "problem",
                    result.accepted() ? result.articleId() : result.problem());
            Console.raw(JsonMapper.shared().writeValueAsString(line));
        } else if (!result.accepted()) {
            progress.clear();
            Console.error(pushing + (result.line() > 0 ? " line " + result.line() : "") + ": " + result.problem());
        }
        if ((accepted + rejected) % 100 == 0) {
            progress.step("pushing " + pushing + ": " + (accepted + rejected) + " articles");
        }
    }
}
