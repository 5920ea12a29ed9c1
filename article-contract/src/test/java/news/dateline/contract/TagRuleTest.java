package news.dateline.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagRuleTest {
    private static final Instant TIME = Instant.parse("2026-11-02T10:15:30Z");

    @ParameterizedTest
    @ValueSource(strings = {"a", "tides", "south-korea", "g20", "2026-world-cup"})
    void takesLowerCaseWordsJoinedByHyphensAsId(String id) {
        assertThat(rule(id, 1, "Tag", "query").ruleId()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tides", "south korea", "-a", "a-", "a--b", "a_b", "café", "a\n"})
    void refusesOtherIds(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> rule(id, 1, "Tag", "query"))
                .withMessage("ruleId must be lower-case words joined by hyphens");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void refusesVersionsBelowOne(int version) {
        assertThatIllegalArgumentException().isThrownBy(() -> rule("tides", version, "Tag", "query"))
                .withMessage("version must be 1 or more");
    }

    @Test
    void refusesBlankTextsByName() {
        assertThatIllegalArgumentException().isThrownBy(() -> rule(" ", 1, "Tag", "query"))
                .withMessage("ruleId is missing or blank");
        assertThatIllegalArgumentException().isThrownBy(() -> rule("tides", 1, " ", "query"))
                .withMessage("tag is missing or blank");
        assertThatIllegalArgumentException().isThrownBy(() -> rule("tides", 1, "Tag", ""))
                .withMessage("query is missing or blank");
    }

    private static TagRule rule(String id, int version, String tag, String query) {
        return new TagRule(1, id, version, tag, query, Optional.empty(), Optional.empty(), "", "", TIME);
    }
}
