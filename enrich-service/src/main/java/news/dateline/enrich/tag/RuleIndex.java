package news.dateline.enrich.tag;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.lucene.analysis.CharArrayMap;

/**
 * Rules by their anchors: which rules may match an article that has a word.
 *
 * <p>Unchangeable; a change of rules makes another.
 */
final class RuleIndex {
    private static final CompiledRule[] NONE = {};

    private final Map<String, FieldIndex> fields = new HashMap<>();

    RuleIndex(Collection<CompiledRule> rules) {
        Map<Anchor, List<CompiledRule>> byAnchor = new HashMap<>();
        for (CompiledRule rule : rules) {
            rule.anchors().forEach(anchor -> byAnchor.computeIfAbsent(anchor, unused -> new ArrayList<>()).add(rule));
        }
        byAnchor.forEach((anchor, found) -> fields.computeIfAbsent(anchor.field(), unused -> new FieldIndex())
                .add(anchor, found.toArray(NONE)));
    }

    /** The rules that look for words of a field. */
    FieldIndex of(String field) {
        return fields.getOrDefault(field, FieldIndex.EMPTY);
    }

    /** The rules that look for words of one field. */
    static final class FieldIndex {
        private static final FieldIndex EMPTY = new FieldIndex();

        private final CharArrayMap<CompiledRule[]> words = new CharArrayMap<>(16, false);
        private final CharArrayMap<CompiledRule[]> beginnings = new CharArrayMap<>(16, false);
        private final TreeSet<Integer> lengths = new TreeSet<>();
        private int[] beginningLengths = {};

        private void add(Anchor anchor, CompiledRule[] rules) {
            if (anchor.prefix()) {
                beginnings.put(anchor.text(), rules);
                lengths.add(anchor.text().length());
                beginningLengths = lengths.stream().mapToInt(Integer::intValue).toArray();
            } else {
                words.put(anchor.text(), rules);
            }
        }

        /** Adds the rules that may match an article with this word. */
        void collect(char[] word, int length, Collection<CompiledRule> candidates) {
            add(words.get(word, 0, length), candidates);
            for (int beginning : beginningLengths) {
                if (beginning > length) {
                    break;
                }
                add(beginnings.get(word, 0, beginning), candidates);
            }
        }

        private static void add(CompiledRule[] rules, Collection<CompiledRule> candidates) {
            if (rules != null) {
                candidates.addAll(List.of(rules));
            }
        }
    }
}
