package news.dateline.chassis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProblemTest {
    private static final Problem PROBLEM = Problem.of(404, "not-found", "No such article",
            "No article has the id \"7\"");

    @Test
    void isWrittenWithTheMembersOfRfc9457() {
        assertThat(new String(PROBLEM.json(), UTF_8)).isEqualTo("{\"detail\":\"No article has the id \\\"7\\\"\","
                + "\"status\":404,\"title\":\"No such article\",\"type\":\"https://dateline.news/problems/not-found\"}");
    }

    @Test
    void namesFieldAndLineWhereThereAreAny() {
        Problem inLine = new Problem(400, "invalid-field", "A field breaks a rule", "must be 0 or more",
                Optional.of("revision"), Optional.empty()).atLine(12);

        assertThat(inLine.members()).containsEntry("field", "revision").containsEntry("line", 12);
        assertThat(PROBLEM.members()).doesNotContainKeys("field", "line");
    }

    @Test
    void refusalCarriesItsProblem() {
        assertThat(PROBLEM.refusal().problem()).isEqualTo(PROBLEM);
        assertThat(PROBLEM.refusal()).hasMessage(PROBLEM.detail());
    }
}
