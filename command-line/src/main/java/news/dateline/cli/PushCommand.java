package news.dateline.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** Pushes articles over HTTP, with progress and a count of outcomes. */
@Command(name = "push", mixinStandardHelpOptions = true, description = "Pushes articles: files, folders, URLs or standard input, in any accepted format.", footer = {
        "", "Formats: JSON (.json), NDJSON (.ndjson, .jsonl), scraped news pages (.txt).", "",
        "Examples:", "  dateline push sample-news/",
        "  dateline push page.txt news.ndjson https://news.example/today.json",
        "  echo '{\"headline\":\"Harbour reopens\",\"url\":\"https://news.example/1\"}' | dateline push -",
        "", "Exit status is 1 when any article was rejected."})
final class PushCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE|DIR|URL|-", description = "what to push; - is standard input")
    private List<String> what;

    @Option(names = "--type", paramLabel = "MEDIA/TYPE", description = "media type, where the name does not tell it (standard input: NDJSON)")
    private Optional<String> type = Optional.empty();

    @Option(names = "--json", description = "print one JSON line for each article, and no summary")
    private boolean json;

    @Option(names = "--token", paramLabel = "TOKEN", defaultValue = "${env:DATELINE_TOKEN}", description = "bearer token of the push API, or set DATELINE_TOKEN, which other processes don't see")
    private Optional<String> token = Optional.empty();

    @Mixin
    private Addresses.Ingest ingest = new Addresses.Ingest();

    private Progress progress;
    private long accepted;
    private long rejected;
    private String pushing = "";

    @Override
    public Integer call() {
        try (Progress shown = new Progress()) {
            progress = shown;
            what.forEach(this::push);
        } catch (Failure e) {
            if (accepted + rejected > 0) {
                summarise();
            }
            throw e;
        }
        summarise();
        return rejected == 0 ? 0 : 1;
    }

    private void summarise() {
        if (!json) {
            Console.line("pushed " + (accepted + rejected) + ": @|green " + accepted + " accepted|@, "
                    + (rejected == 0 ? "0 rejected" : "@|red " + rejected + " rejected|@"));
        }
    }

    private void push(String name) {
        if (name.equals("-")) {
            push("standard input", System.in, type.orElse(PushFile.LINES));
        } else if (name.startsWith("http://") || name.startsWith("https://")) {
            fetch(name);
        } else if (type.isPresent() && Files.isRegularFile(Path.of(name))) {
            push(new PushFile(Path.of(name), type.get()));
        } else {
            PushFile.in(Path.of(name)).forEach(this::push);
        }
    }

    private void push(PushFile file) {
        try (InputStream body = Files.newInputStream(file.path())) {
            push(file.path().toString(), body, file.mediaType());
        } catch (IOException e) {
            throw new Failure("can't read " + file.path() + ": " + e.getMessage(), e);
        }
    }

    private void fetch(String url) {
        var page = Http.fetch(new Addresses.HttpAddress().convert(url));
        if (page.statusCode() != 200) {
            throw new Failure(url + " answers HTTP " + page.statusCode());
        }
        push(url, new ByteArrayInputStream(page.body()),
                type.orElse(page.headers().firstValue("content-type").orElse("application/json")));
    }

    private void push(String name, InputStream body, String mediaType) {
        pushing = name;
        progress.step("pushing " + name);
        try {
            new Pusher(ingest.url(), token, this::tell).push(body, mediaType);
        } catch (UncheckedIOException e) {
            throw new Failure("can't read " + name + ": " + e.getCause().getMessage(), e);
        }
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
