package news.dateline.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Rejected articles, as the dashboard has them: what they are, and what is to become of them. */
@Command(name = "rejected", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "(list | show | replay | discard)", description = "Lists, shows, replays and discards rejected articles, through the dashboard.", footer = {
        "",
        "A rejected article is named by its partition and offset, such as 2/1841. A replay goes back to where it was",
        "rejected; the same bytes are replayed three times at most.", "", "Examples:",
        "  dateline rejected list --step ingest",
        "  dateline rejected show 2/1841 > article.json",
        "  dateline rejected replay 2/1841 --with article.json --note 'status mended'",
        "  dateline rejected replay --reason not-storable --dry-run"})
final class RejectedCommand implements Runnable {
    private static final String PATH = "/v1/rejected";

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which of list, show, replay and discard?");
    }

    /** Who acts and why. */
    static final class Who {
        @Option(names = "--author", paramLabel = "NAME", defaultValue = "${sys:user.name}", description = "who does it (default: ${DEFAULT-VALUE})")
        private String author;

        @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", description = "why")
        private String note;

        Map<String, Object> body() {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("author", author);
            body.put("note", note);
            return body;
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the newest rejected articles that nobody has dealt with.", footer = {
            "", "Example:", "  dateline rejected list --reason invalid-field"})
    void list(
            @Option(names = "--step", paramLabel = "S", defaultValue = "", description = "only what ingest, enrich or sink rejected") String step,
            @Option(names = "--reason", paramLabel = "R", defaultValue = "", description = "only for this reason") String reason,
            @Option(names = "--all", description = "those that were dealt with too") boolean all,
            @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "how many (default: ${DEFAULT-VALUE})") int limit,
            @Option(names = "--json", description = "one JSON line for each article") boolean json,
            @Mixin Addresses.Dashboard dashboard) {
        JsonNode listed = dashboard.get(PATH + "?service=" + Http.encode(step) + "&reason=" + Http.encode(reason)
                + "&state=" + (all ? "all" : "open") + "&limit=" + limit);
        listed.path("articles").forEach(entry -> {
            if (json) {
                Console.raw(entry.toString());
            } else {
                JsonNode article = entry.path("article");
                Console.line("@|bold " + place(article) + "|@ " + Console.plain(why(article)) + "  @|faint "
                        + Console.plain(article.path("service").asString() + " " + article.path("reason").asString()
                                + " " + article.path("rejectedAt").asString() + " " + origin(article.path("origin")))
                        + "|@" + act(entry.path("act")));
            }
        });
        Console.note(listed.path("matching").asLong() + " of the newest " + listed.path("kept").asLong()
                + " rejected articles");
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Prints the bytes of a rejected article, and on standard error what is known of it.", footer = {
            "", "Example:", "  dateline rejected show 2/1841 > article.json"})
    void show(
            @Parameters(paramLabel = "ARTICLE", description = "its partition and offset, such as 2/1841") String article,
            @Option(names = "--json", description = "all that is known, as one JSON object") boolean json,
            @Mixin Addresses.Dashboard dashboard) {
        JsonNode shown = dashboard.get(PATH + "/" + named(article));
        if (json) {
            Console.raw(shown.toString());
            return;
        }
        JsonNode known = shown.path("article");
        Console.note(known.path("service").asString() + " rejected it as " + known.path("reason").asString() + ": "
                + why(known) + "; from " + origin(known.path("origin")) + "; "
                + (shown.has("refused")
                        ? "a replay is refused: " + shown.path("refused").asString()
                        : "a replay goes to " + shown.path("replayTo").asString()));
        if (!shown.path("content").path("isText").asBoolean()) {
            Console.note("no text: in hexadecimal");
        }
        if (!shown.path("content").path("isWhole").asBoolean()) {
            Console.note("only the beginning");
        }
        shown.path("content").path("lines").asString("").lines().forEach(line -> Console.raw(steerless(line)));
    }

    /** A terminal must not be steered by an article; tabs are no danger, and belong to text. */
    private static String steerless(String line) {
        return line.replaceAll("[\\p{Cc}&&[^\\t]]", " ");
    }

    @Command(name = "replay", mixinStandardHelpOptions = true, description = "Replays one rejected article, or all of a step and reason.", footer = {
            "", "Of many it takes 500 at a time and says how many are left.", "", "Examples:",
            "  dateline rejected replay 2/1841",
            "  dateline rejected replay 2/1841 --with article.json --note 'status mended'",
            "  dateline rejected replay --step sink --reason not-storable --dry-run"})
    void replay(
            @Parameters(arity = "0..1", paramLabel = "ARTICLE", description = "its partition and offset, such as 2/1841") Optional<String> article,
            @Option(names = "--with", paramLabel = "FILE", description = "replay this text in its place") Optional<Path> with,
            @Option(names = "--step", paramLabel = "S", description = "all that ingest, enrich or sink rejected") Optional<String> step,
            @Option(names = "--reason", paramLabel = "R", description = "all that were rejected for this reason") Optional<String> reason,
            @Option(names = "--dry-run", description = "say what would be replayed, and replay nothing; for many") boolean dryRun,
            @Option(names = "--json", description = "the result as one JSON object") boolean json, @Mixin Who who,
            @Mixin Addresses.Dashboard dashboard) {
        if (article.isPresent() == (step.isPresent() || reason.isPresent()) || (article.isPresent() && dryRun)
                || (article.isEmpty() && with.isPresent())) {
            throw new ParameterException(spec.commandLine(),
                    "replay takes either one ARTICLE, perhaps --with FILE, or --step and --reason, perhaps --dry-run");
        }
        Map<String, Object> body = who.body();
        if (article.isPresent()) {
            with.ifPresent(file -> body.put("text", text(file)));
            done(dashboard.act(PATH + "/" + named(article.get()) + "/replay", body), json);
            return;
        }
        step.ifPresent(word -> body.put("service", word));
        reason.ifPresent(word -> body.put("reason", word));
        body.put("dryRun", dryRun);
        JsonNode answer = dashboard.act(PATH + "/replay", body);
        if (json) {
            Console.raw(answer.toString());
            return;
        }
        Console.line(
                (dryRun ? "would be replayed: " : "@|green replayed:|@ ") + answer.path("replayed").asInt() + " of "
                        + answer.path("matching").asLong());
        answer.path("refused").properties().forEach(
                refused -> Console.line(refused.getValue().asInt() + " refused: " + Console.plain(refused.getKey())));
        if (answer.path("left").asLong() > 0) {
            Console.note(answer.path("left").asLong() + " are left for another time");
        }
    }

    @Command(name = "discard", mixinStandardHelpOptions = true, description = "Leaves a rejected article rejected for good.", footer = {
            "", "Example:", "  dateline rejected discard 2/1841 --note 'a test of the publisher'"})
    void discard(
            @Parameters(paramLabel = "ARTICLE", description = "its partition and offset, such as 2/1841") String article,
            @Option(names = "--json", description = "the act as JSON") boolean json, @Mixin Who who,
            @Mixin Addresses.Dashboard dashboard) {
        done(dashboard.act(PATH + "/" + named(article) + "/discard", who.body()), json);
    }

    private static void done(JsonNode act, boolean json) {
        if (json) {
            Console.raw(act.toString());
        } else {
            Console.line("@|green " + Console.plain(act.path("act").asString()) + "|@" + to(act));
        }
    }

    private static String to(JsonNode act) {
        JsonNode to = act.path("replayedTo");
        return to.isMissingNode()
                ? ""
                : " to " + Console.plain(to.path("topic").asString()) + "-" + to.path("partition").asInt() + "@"
                        + to.path("offset").asLong();
    }

    private static String act(JsonNode act) {
        return act.isMissingNode() ? "" : "  " + Console.plain(act.path("act").asString()) + to(act);
    }

    private static String place(JsonNode article) {
        return article.path("place").path("partition").asInt() + "/" + article.path("place").path("offset").asLong();
    }

    private static String why(JsonNode article) {
        return (article.path("field").asString("") + " " + article.path("rule").asString("")).strip();
    }

    private static String origin(JsonNode origin) {
        if (origin.has("feed")) {
            return "feed " + origin.path("feed").asString();
        }
        String line = origin.has("line") ? " line " + origin.path("line").asInt() : "";
        return (origin.has("topic")
                ? origin.path("topic").asString() + "-" + origin.path("partition").asInt() + "@"
                        + origin.path("offset").asLong()
                : "HTTP") + line;
    }

    /** As it is written in an address: nothing else can be meant. */
    private String named(String article) {
        if (!article.matches("\\d{1,9}/\\d{1,18}")) {
            throw new ParameterException(spec.commandLine(),
                    "'" + article + "' names no rejected article; write partition and offset, such as 2/1841");
        }
        return article;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Failure("can't read " + file + ": " + e, e);
        }
    }
}
