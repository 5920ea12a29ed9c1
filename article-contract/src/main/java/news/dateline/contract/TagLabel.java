package news.dateline.contract;

import java.util.List;

/**
 * A topic tag on an article, and where it came from.
 *
 * @param tag         the tag as people read it
 * @param rule        id of the rule that gave it
 * @param ruleVersion that rule's version
 * @param matched     the words of the article that matched, each once, in the order of the text
 */
public record TagLabel(String tag, String rule, int ruleVersion, List<String> matched) {
    public TagLabel {
        tag = Absent.requiredText(tag, "tag");
        rule = Absent.requiredText(rule, "rule");
        Absent.atLeast(1, ruleVersion, "ruleVersion");
        matched = Absent.list(matched);
    }
}
