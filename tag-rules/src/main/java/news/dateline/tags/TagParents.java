package news.dateline.tags;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import news.dateline.contract.TagLabel;
import news.dateline.contract.TagRule;

/** What is about Kyiv is about Ukraine as well: the tags of broader rules, each once. */
final class TagParents {
    private TagParents() {
    }

    /**
     * The tags and those of their broader rules, in order of rule id.
     *
     * <p>A rule that several narrower ones bring is said to come through the first of them by id. A parent that is not in
     * force gives nothing, and a circle of parents ends where it meets a tag that is there already.
     */
    static List<TagLabel> with(Collection<TagLabel> matched, Map<String, TagRule> rules) {
        if (matched.isEmpty()) {
            return List.of();
        }
        Map<String, TagLabel> labels = new TreeMap<>();
        for (TagLabel label : matched) {
            labels.put(label.rule(), label);
        }
        List<TagLabel> narrow = List.copyOf(labels.values());
        while (!narrow.isEmpty()) {
            List<TagLabel> broader = new ArrayList<>();
            for (TagLabel child : narrow) {
                Optional<TagRule> parent = parent(child, rules);
                if (parent.isPresent() && !labels.containsKey(parent.get().ruleId())) {
                    TagLabel label = through(child, parent.get());
                    labels.put(label.rule(), label);
                    broader.add(label);
                }
            }
            narrow = broader;
        }
        return List.copyOf(labels.values());
    }

    private static TagLabel through(TagLabel child, TagRule parent) {
        return new TagLabel(parent.tag(), parent.ruleId(), parent.version(), List.of(), List.of(), parent.mediaTopic(),
                Optional.of(child.rule()));
    }

    private static Optional<TagRule> parent(TagLabel child, Map<String, TagRule> rules) {
        return Optional.ofNullable(rules.get(child.rule())).flatMap(TagRule::parent)
                .flatMap(id -> Optional.ofNullable(rules.get(id)));
    }

    /**
     * The circle that a rule would close by its parent: the ids from the rule back to itself; empty where there is none.
     */
    static List<String> circle(TagRule changed, Map<String, TagRule> rules) {
        List<String> way = new ArrayList<>(List.of(changed.ruleId()));
        Optional<String> next = changed.parent();
        while (next.isPresent() && !way.contains(next.get())) {
            way.add(next.get());
            next = Optional.ofNullable(rules.get(next.get())).flatMap(TagRule::parent);
        }
        if (next.isEmpty() || !next.get().equals(changed.ruleId())) {
            return List.of();
        }
        way.add(changed.ruleId());
        return way;
    }
}
