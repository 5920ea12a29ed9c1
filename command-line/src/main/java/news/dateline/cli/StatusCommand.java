package news.dateline.cli;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the dashboard shows, as text. */
@Command(name = "status", mixinStandardHelpOptions = true, description = "Shows what the dashboard does: each step's state, rate and lag, freshness, labels, feeds, what is rejected; and what is stored.", footer = {
        "", "Example:", "  dateline status", "  dateline status --json | jq .stored"})
final class StatusCommand implements Callable<Integer> {
    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Mixin
    private Addresses.Dashboard dashboard = new Addresses.Dashboard();

    @Mixin
    private Addresses.Ingest ingest = new Addresses.Ingest();

    @Mixin
    private Addresses.Enrich enrich = new Addresses.Enrich();

    @Mixin
    private Addresses.Read read = new Addresses.Read();

    @Override
    public Integer call() {
        Optional<JsonNode> pipeline = unlessAway(() -> dashboard.get("/v1/pipeline"));
        Optional<JsonNode> stored = unlessAway(() -> Http.json(Http.get(read.url().resolve("/v1/counts"))));
        Map<String, String> health = new LinkedHashMap<>();
        health.put("ingest", health(ingest.url()));
        health.put("enrich", health(enrich.url()));
        health.put("sink", health(read.url()));
        if (json) {
            Map<String, Object> all = new LinkedHashMap<>();
            pipeline.ifPresent(view -> all.put("pipeline", view));
            stored.ifPresent(counts -> all.put("stored", counts));
            all.put("health", health);
            Console.raw(JsonMapper.shared().writeValueAsString(all));
        } else {
            pipeline.ifPresent(view -> PipelineText.of(view, Instant.now()).forEach(Console::line));
            stored.ifPresent(StatusCommand::print);
            Console.raw("");
            health.forEach((service, word) -> Console.line(service + ": "
                    + (word.equals("up") ? "@|green up|@" : "@|red " + Console.plain(word) + "|@")));
        }
        return pipeline.isPresent() && stored.isPresent() ? 0 : 1;
    }

    /** People look here when something is broken: what can't be told must not keep back what can. */
    private static Optional<JsonNode> unlessAway(Supplier<JsonNode> part) {
        try {
            return Optional.of(part.get());
        } catch (Failure away) {
            Console.error(away.getMessage());
            return Optional.empty();
        }
    }

    private static void print(JsonNode stored) {
        Console.line("\n@|bold stored|@");
        stored.propertyNames().forEach(name -> Console.raw("%-24s %10d".formatted(name, stored.path(name).asLong())));
    }

    private static String health(URI service) {
        JsonNode answer;
        try {
            answer = Http.tree(Http.get(service.resolve("/health/ready")).body());
        } catch (Failure away) {
            return "away: " + away.getMessage();
        }
        String detail = answer.path("detail").asString("");
        return answer.path("status").asString("unknown") + (detail.isEmpty() ? "" : ": " + detail);
    }
}
