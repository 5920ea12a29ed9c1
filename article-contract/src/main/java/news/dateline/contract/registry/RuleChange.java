package news.dateline.contract.registry;

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
public record RuleChange(String ruleId, Optional<TagRule> rule, String author, String comment, Instant at) {}
