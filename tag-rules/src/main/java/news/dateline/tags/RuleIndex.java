package news.dateline.tags;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Every word that is an anchor of a rule, with the rules; what else they look for is asked of an article that one may match.
 *
 * <p>Unchangeable; a change of rules makes another.
 */
final class RuleIndex {
    static final RuleIndex EMPTY = new RuleIndex(List.of());
    private static final int[] NONE = {};

    private final List<CompiledRule> rules;
    /** For each alternative of all rules, counted through, the number of its rule. */
    private final int[] ruleOf;
    /** For each rule, the number of its first alternative. */
    private final int[] firstOf;
    private final Map<String, FieldIndex> fields = new HashMap<>();
    private final FieldIndex headline;
    private final FieldIndex body;
    private final FieldIndex exact;

    RuleIndex(Collection<CompiledRule> all) {
        rules = List.copyOf(all);
        ruleOf = new int[rules.stream().mapToInt(rule -> rule.alternatives().clauses().size()).sum()];
        firstOf = new int[rules.size()];
        Map<Anchor, List<Integer>> byAnchor = new LinkedHashMap<>();
        int alternatives = 0;
        for (int i = 0; i < rules.size(); i++) {
            rules.get(i).pattern().words(word -> {
                if (word.prefix()) {
                    byAnchor.computeIfAbsent(word, unused -> new ArrayList<>(1));
                }
            });
            firstOf[i] = alternatives;
            for (Pattern alternative : rules.get(i).alternatives().clauses()) {
                int number = alternatives++;
                ruleOf[number] = i;
                alternative.anchors().stream().distinct().forEach(anchor -> byAnchor
                        .computeIfAbsent(anchor, unused -> new ArrayList<>(1)).add(number));
            }
        }
        RuleQuery.fields().forEach(field -> fields.put(field, new FieldIndex(field)));
        byAnchor.forEach((anchor, found) -> fields.computeIfAbsent(anchor.field(), FieldIndex::new)
                .add(anchor, found.stream().mapToInt(Integer::intValue).toArray()));
        fields.values().forEach(FieldIndex::finish);
        headline = of(ArticleFields.HEADLINE);
        body = of(ArticleFields.BODY);
        exact = of(ArticleFields.EXACT);
    }

    /** The rule of an alternative. */
    CompiledRule rule(int alternative) {
        return rules.get(ruleOf[alternative]);
    }

    /** Which of its rule's an alternative is, from 0. */
    int within(int alternative) {
        return alternative - firstOf[ruleOf[alternative]];
    }

    boolean areOfOneRule(int alternative, int other) {
        return ruleOf[alternative] == ruleOf[other];
    }

    FieldIndex headline() {
        return headline;
    }

    FieldIndex body() {
        return body;
    }

    FieldIndex exact() {
        return exact;
    }

    /** The anchors of a field. */
    FieldIndex of(String field) {
        return Objects.requireNonNull(fields.get(field), field);
    }

    /** The anchors of one field, and the beginnings of words that rules look for in it. */
    static final class FieldIndex {
        private final String field;
        private final long number;
        private final LongTable<int[]> anchors = new LongTable<>();
        private final LongTable<int[]> beginnings = new LongTable<>();
        private final Set<Integer> beginningLengths = new TreeSet<>();
        private final List<Long> keys = new ArrayList<>();
        private KeyFilter filter = new KeyFilter(List.of());

        private FieldIndex(String field) {
            this.field = field;
            this.number = WordKey.of(field);
        }

        private void add(Anchor anchor, int[] alternatives) {
            if (anchor.prefix()) {
                beginnings.put(anchor.key(), alternatives);
                beginningLengths.add(anchor.text().length());
            } else {
                long key = anchor.isPair() ? WordKey.both(anchor.before(), anchor.key()) : anchor.key();
                anchors.put(key, alternatives);
                keys.add(key);
            }
        }

        private void finish() {
            filter = new KeyFilter(keys);
            keys.clear();
        }

        String name() {
            return field;
        }

        /** The key of a word of the field. */
        long key(long word) {
            return WordKey.both(number, word);
        }

        /** Numbers of the alternatives that may match because of a word, by its key, or because of two in a row, by {@link WordKey#both} of theirs. */
        int[] alternatives(long key) {
            int[] found = filter.mayHave(key) ? anchors.get(key) : null;
            return found == null ? NONE : found;
        }

        /** Gives the alternatives of each beginning of the word that a rule looks for. */
        void beginnings(char[] word, int length, Consumer<int[]> reader) {
            for (int beginning : beginningLengths) {
                int[] found = beginning > length ? null : beginnings.get(key(WordKey.of(word, beginning)));
                if (found != null) {
                    reader.accept(found);
                }
            }
        }

        boolean hasBeginnings() {
            return !beginningLengths.isEmpty();
        }
    }
}
