package news.dateline.cli;

import java.time.Instant;
import java.util.Optional;
import news.dateline.contract.TagRule;

/**
 * A change of a rule, as {@code news.rules} still has it.
 *
 * @param rule    as it was from then on; empty where it was removed
 * @param author  who changed it, empty where that is not known
 * @param comment why
 */
record RuleChange(String ruleId, Optional<TagRule> rule, String author, String comment, Instant at) {
    /** One line for people. */
    String line() {
        return at + "  @|bold " + Console.plain(ruleId) + "|@ "
                + rule.map(now -> "v" + now.version()).orElse("@|red removed|@") + "  "
                + Console.plain(author.isEmpty() ? "(unknown)" : author)
                + (comment.isEmpty() ? "" : "  @|faint " + Console.plain(comment) + "|@");
    }
}
