package news.dateline.tags;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
    private final Map<String, FieldIndex> fields = new HashMap<>();
    private final FieldIndex headline;
    private final FieldIndex body;
    private final FieldIndex exact;
    private final LongTable<int[]> pairs = new LongTable<>();
    private final KeyFilter pairFilter;

    /**
     * A word that is an anchor.
     *
     * @param rules  the numbers of the rules that may match an article because it has this word
     * @param second whether for some rules it may be the second of two in a row
     */
    record Wanted(int[] rules, boolean second) {}

    RuleIndex(Collection<CompiledRule> all) {
        rules = List.copyOf(all);
        Map<Anchor, List<Integer>> byWord = new LinkedHashMap<>();
        Map<Anchor, List<Integer>> byPair = new LinkedHashMap<>();
        for (int i = 0; i < rules.size(); i++) {
            int number = i;
            Pattern pattern = rules.get(i).pattern();
            pattern.words(word -> {
                if (word.prefix()) {
                    byWord.computeIfAbsent(word, unused -> new ArrayList<>(1));
                }
            });
            pattern.anchors().stream().distinct().forEach(anchor -> (anchor.isPair() ? byPair : byWord)
                    .computeIfAbsent(anchor, unused -> new ArrayList<>(1)).add(number));
        }
        Set<Long> seconds = new HashSet<>();
        Set<Long> pairKeys = new HashSet<>();
        byPair.forEach((second, found) -> {
            long pair = WordKey.both(second.before(), second.key());
            seconds.add(second.key());
            byWord.computeIfAbsent(second.alone(), unused -> new ArrayList<>(1));
            pairKeys.add(pair);
            pairs.put(pair, numbers(found));
        });
        pairFilter = new KeyFilter(pairKeys);
        RuleQuery.fields().forEach(field -> fields.put(field, new FieldIndex(field)));
        byWord.forEach((word, found) -> fields.computeIfAbsent(word.field(), FieldIndex::new)
                .add(word, new Wanted(numbers(found), seconds.contains(word.key()))));
        fields.values().forEach(FieldIndex::finish);
        headline = fields.get(ArticleFields.HEADLINE);
        body = fields.get(ArticleFields.BODY);
        exact = fields.get(ArticleFields.EXACT);
    }

    private static int[] numbers(List<Integer> rules) {
        return rules.stream().mapToInt(Integer::intValue).toArray();
    }

    CompiledRule rule(int number) {
        return rules.get(number);
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

    /** Numbers of the rules that may match because of two words in a row, by their keys. */
    int[] ofPair(long first, long second) {
        long pair = WordKey.both(first, second);
        int[] found = pairFilter.mayHave(pair) ? pairs.get(pair) : null;
        return found == null ? NONE : found;
    }

    /** The anchors of one field, and the beginnings of words that rules look for in it. */
    static final class FieldIndex {
        private final String field;
        private final long number;
        private final LongTable<Wanted> words = new LongTable<>();
        private final LongTable<Wanted> beginnings = new LongTable<>();
        private final Set<Integer> beginningLengths = new HashSet<>();
        private final List<Long> keys = new ArrayList<>();
        private KeyFilter filter = new KeyFilter(List.of());

        private FieldIndex(String field) {
            this.field = field;
            this.number = WordKey.of(field);
        }

        private void add(Anchor word, Wanted wanted) {
            (word.prefix() ? beginnings : words).put(word.key(), wanted);
            if (word.prefix()) {
                beginningLengths.add(word.text().length());
            } else {
                keys.add(word.key());
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

        /** The word with this key, if it is an anchor as a whole; else null. */
        Wanted anchor(long key) {
            return filter.mayHave(key) ? words.get(key) : null;
        }

        /** Gives each beginning of the word that a rule looks for. */
        void beginnings(char[] word, int length, Consumer<Wanted> reader) {
            for (int beginning : beginningLengths) {
                Wanted found = beginning > length
                        ? null
                        : beginnings.get(WordKey.in(field, WordKey.of(word, beginning)));
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
