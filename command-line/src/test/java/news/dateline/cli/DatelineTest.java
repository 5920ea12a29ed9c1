package news.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class DatelineTest {
    private static final int WIDTH = 100;

    static Stream<CommandLine> commands() {
        return below(new CommandLine(new Dateline()));
    }

    private static Stream<CommandLine> below(CommandLine command) {
        return command.getSubcommands().values().stream().flatMap(sub -> Stream.concat(Stream.of(sub), below(sub)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandsHelpHasAnExampleAndDescribesEachOption(CommandLine command) {
        assertThat(String.join("\n", command.getCommandSpec().usageMessage().footer())).contains("Example",
                "  dateline " + command.getCommandSpec().qualifiedName(" ").substring("dateline ".length()));
        assertThat(command.getCommandSpec().args()).allMatch(argument -> argument.description().length > 0);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void noLineOfAParagraphOfHelpIsBrokenBeforeItsEnd(CommandLine command) {
        List<String> lines = HelpText.flowing(command).setUsageHelpWidth(WIDTH).getUsageMessage().lines().toList();
        int options = lines.indexOf("");

        for (int i = Math.max(0, options); i + 1 < lines.size(); i++) {
            String next = lines.get(i + 1);
            if (!lines.get(i).isBlank() && !lines.get(i).startsWith(" ") && !next.isBlank() && !next.startsWith(" ")) {
                assertThat(lines.get(i).length() + next.split(" ", 2)[0].length()).isGreaterThanOrEqualTo(WIDTH - 1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "search --limit many", "search --limit 5000", "search --from yesterday",
            "tail --from yesterday", "tail --format xml", "push", "feed", "extract", "push --ingest nowhere x.json",
            "rules",
            "rules put some-rule", "up --kafka-port 70000", "enrich --edition Britain",
            "evaluate . --only nonsense", "status --read ftp://x", "rejected", "rejected show",
            "rejected show two", "rejected replay", "rejected replay 1/2 --reason not-json",
            "rejected replay --reason not-json --with x"})
    void wrongUsageIsExitStatusTwo(String arguments) {
        assertThat(Dateline.run(arguments.isEmpty() ? new String[0] : arguments.split(" "))).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"push no-such-file.json", "feed no-such-file.xml", "feed pom.xml",
            "extract no-such-file.html",
            "enrich no-such-file.ndjson", "train no-such-folder",
            "evaluate no-such-folder",
            "enrich --section-model pom.xml pom.xml",
            "enrich --rules pom.xml pom.xml", "tail --kafka nowhere", "tail --kafka 127.0.0.1:1",
            "push http://127.0.0.1:1/page", "rules put x --tag X --query (", "rules test unknown:field",
            "rules test no-such-file.yaml",
            "rejected list --dashboard http://127.0.0.1:1", "rejected replay 1/2 --with no-such-file"})
    void foreseenFailureIsExitStatusOne(String arguments) {
        assertThat(Dateline.run(arguments.split(" "))).isEqualTo(1);
    }

    @Test
    void helpIsExitStatusZero() {
        assertThat(List.of(Dateline.run("--help"), Dateline.run("rules", "put", "--help"))).containsOnly(0);
    }
}
