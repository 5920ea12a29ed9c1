package news.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleFileTest {
    private static final String GOOD = "- id: ferries\n  tag: Ferries\n  query: ferry\n  mentions: 2\n";

    @TempDir
    Path folder;

    @Test
    void readsEveryRule() throws IOException {
        assertThat(RuleFile.read(file(GOOD + "- id: locks\n  tag: Locks\n  query: lock*\n")))
                .extracting(rule -> rule.ruleId() + " " + rule.query()).containsExactly("ferries ferry", "locks lock*");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "- id: locks\\n  tag: Locks\\n  query: '*lock' | rule 'locks': a word needs at least 2 letters before a * or ? at column 1",
            "- id: locks\\n  tag: Locks | rule 'locks': query is missing or blank",
            "- id: locks\\n  tag: Locks\\n  query: lock\\n  mention: 2 | rule 2: rules have no 'mention', but id, mediaTopic, mentions",
            "- id: ferries\\n  tag: Boats\\n  query: boat | has two rules 'ferries'",
            "lock: gate | no YAML list of rules"})
    void saysWhichRuleIsWrongAndWhere(String more, String reason) {
        assertThatThrownBy(() -> RuleFile.read(file(GOOD + more.replace("\\n", "\n") + "\n")))
                .isInstanceOf(Failure.class).hasMessageContaining("desk.yaml").hasMessageContaining(reason);
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("desk.yaml"), yaml);
    }
}
