package news.dateline.contract;

import java.util.List;
import java.util.Optional;

/**
 * A topic tag on an article, and where it came from.
 *
 * @param tag         the tag as people read it
 * @param rule        id of the rule that gave it
 * @param ruleVersion that rule's version
 * @param matched     the words of the article that matched, each once, in the order of the text
 * @param matches     where they stand: the first places, in the order of the text
 * @param mediaTopic  the rule's IPTC Media Topic code
 * @param through     id of the narrower rule that brought this one with it; absent where this one matched by itself
 */
public record TagLabel(String tag, String rule, int ruleVersion, List<String> matched, List<Mention> matches,
        Optional<String> mediaTopic, Optional<String> through) {
    public TagLabel {
        tag = Absent.requiredText(tag, "tag");
        rule = Absent.requiredText(rule, "rule");
        Absent.atLeast(1, ruleVersion, "ruleVersion");
        matched = Absent.list(matched);
        matches = Absent.list(matches);
        mediaTopic = Absent.value(mediaTopic);
        through = Absent.value(through);
    }

    /** A tag without places, as it was written before there were any. */
    public TagLabel(String tag, String rule, int ruleVersion, List<String> matched) {
        this(tag, rule, ruleVersion, matched, List.of(), Optional.empty(), Optional.empty());
    }
}
