package news.dateline.cli;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the dashboard shows, as text. */
@Command(name = "status", mixinStandardHelpOptions = true, description = "Shows what the dashboard does: each step's state, rate and lag, freshness, labels, feeds, what is rejected; and what is stored.", footer = {
        "", "Example:", "  dateline status", "  dateline status --json | jq .stored"})
final class StatusCommand implements Runnable {
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
    public void run() {
        JsonNode pipeline = dashboard.get("/v1/pipeline");
        JsonNode stored = Http.json(Http.get(read.url().resolve("/v1/counts")));
        Map<String, String> health = new LinkedHashMap<>();
        health.put("ingest", health(ingest.url()));
        health.put("enrich", health(enrich.url()));
        health.put("sink", health(read.url()));
        if (json) {
            Console.raw(JsonMapper.shared()
                    .writeValueAsString(Map.of("pipeline", pipeline, "stored", stored, "health", health)));
            return;
        }
        PipelineText.of(pipeline, Instant.now()).forEach(Console::line);
        Console.line("\n@|bold stored|@");
        stored.propertyNames().forEach(name -> Console.raw("%-24s %10d".formatted(name, stored.path(name).asLong())));
        Console.raw("");
        health.forEach((service, word) -> Console
                .line(service + ": " + (word.equals("up") ? "@|green up|@" : "@|red " + Console.plain(word) + "|@")));
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
