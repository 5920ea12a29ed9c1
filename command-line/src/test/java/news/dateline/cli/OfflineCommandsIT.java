package news.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import news.dateline.cli.ChildCommand.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands that need no pipeline, and what the others say when there is none. */
class OfflineCommandsIT {
    /** Port 1 on the loopback address: nobody listens there. */
    private static final Map<String, String> NOBODY = Map.of("DATELINE_INGEST", "http://127.0.0.1:1", "DATELINE_READ",
            "http://127.0.0.1:1", "DATELINE_DASHBOARD", "http://127.0.0.1:1", "DATELINE_KAFKA_BOOTSTRAP_SERVERS",
            "127.0.0.1:1");

    @Test
    void enrichGivesALineForEachLineInOrderAndTellsBadOnes() {
        Ended enriched = run(CommandsIT.article("e1", "Ceasefire holds in Sudan") + "\nno json\n"
                + CommandsIT.article("e3", "Central bank raises interest rates") + "\n", "enrich", "--explain");

        assertThat(enriched.status()).isEqualTo(1);
        List<JsonNode> lines = enriched.lines().stream().map(line -> JsonMapper.shared().readTree(line))
                .toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0).path("headline").asString()).isEqualTo("Ceasefire holds in Sudan");
        assertThat(lines.get(0).path("labels").path("tags").toString()).contains("Sudan", "Ceasefire");
        assertThat(lines.get(0).path("explanation").path("sectionScores")).hasSize(8);
        assertThat(lines.get(1).path("line").asInt()).isEqualTo(2);
        assertThat(lines.get(1).path("problem").asString()).isNotEmpty();
        assertThat(lines.get(2).path("headline").asString()).isEqualTo("Central bank raises interest rates");
    }

    @ParameterizedTest
    @ValueSource(strings = {"search ferry", "status", "tail", "rules list", "push ../sample-news/90-takedown.json"})
    void saysHowToStartThePipelineWhenNobodyListens(String command) {
        Ended ended = run("", command.split(" "));

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err()).contains("dateline up").doesNotContain("\tat ");
    }

    private static Ended run(String input, String... arguments) {
        return ChildCommand.start(NOBODY, input, arguments).end();
    }
}
