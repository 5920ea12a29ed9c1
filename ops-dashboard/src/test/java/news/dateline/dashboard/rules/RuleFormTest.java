package news.dateline.dashboard.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import news.dateline.chassis.Problem;
import news.dateline.contract.ContractJson;
import news.dateline.contract.TagRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleFormTest {
    private static final String RIGHT = "{'ruleId': 'harbours', 'tag': 'Harbours', 'query': 'harbour', "
            + "'author': 'an editor', 'comment': 'new'}";

    @Test
    void isARuleOfTheNextVersion() {
        TagRule rule = form(RIGHT).inForce(3, Instant.EPOCH);

        assertThat(rule.version()).isEqualTo(3);
        assertThat(rule.author() + ": " + rule.comment()).isEqualTo("an editor: new");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "'ruleId': 'harbours'  | 'ruleId': 'Har bours' | ruleId     | lower-case words joined by hyphens",
            "'tag': 'Harbours'     | 'tag': ' '            | tag        | missing or blank",
            "'query': 'harbour'    | 'query': '/.*/'       | query      | at column 1",
            "'author': 'an editor' | 'author': ''          | author     | must say who",
            "'comment': 'new'      | 'comment': ''         | comment    | must say why",
            "'comment': 'new'      | 'comment': 'new', 'mentions': 0       | mentions   | 1 or more",
            "'comment': 'new'      | 'comment': 'new', 'mediaTopic': '123' | mediaTopic | eight digits"})
    void namesTheFieldThatBreaksARule(String right, String wrong, String field, String why) {
        RuleForm form = form(RIGHT.replace(right.strip(), wrong.strip()));

        Problem problem = catchThrowableOfType(Problem.Refusal.class, () -> form.inForce(1, Instant.EPOCH)).problem();

        assertThat(problem.field()).contains(field);
        assertThat(problem.detail()).contains(why);
    }

    @Test
    void aQueryThatCantBeReadIsWrongAtItsColumn() {
        RuleForm.Wrong wrong = form("{'query': 'harbour AND (strike'}").wrong().orElseThrow();

        assertThat(wrong.field()).isEqualTo("query");
        assertThat(wrong.column()).isPresent();
        assertThat(ContractJson.mapper().writeValueAsString(wrong)).contains("\"column\":");
    }

    @Test
    void canBeTriedBeforeItHasAName() {
        assertThat(form("{'query': 'harbour'}").wrong()).isEmpty();
        assertThat(form("{'query': 'harbour'}").trial().query()).isEqualTo("harbour");
    }

    private static RuleForm form(String json) {
        return ContractJson.mapper().readValue(json.replace('\'', '"'), RuleForm.class);
    }
}
