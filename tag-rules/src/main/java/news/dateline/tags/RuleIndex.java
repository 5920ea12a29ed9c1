package news.dateline.tags;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Every word that any rule looks for, with the rules that it is an anchor of.
 *
 * <p>Unchangeable; a change of rules makes another.
 */
final class RuleIndex {
    static final RuleIndex EMPTY = new RuleIndex(List.of());
    private static final int[] NONE = {};

    private final List<CompiledRule> rules;
    private final Map<String, FieldIndex> fields = new HashMap<>();
    private final LongTable<int[]> pairs = new LongTable<>();
    private final KeyFilter pairFilter;

    /**
     * A word that rules look for, and those of them that may match an article because it has this word.
     *
     * @param key    the word's number in its field
     * @param rules  their numbers
     * @param second whether for some rules it may be the second of two in a row
     */
    record Wanted(long key, String text, int[] rules, boolean second) {}

    RuleIndex(Collection<CompiledRule> all) {
        rules = List.copyOf(all);
        Map<Anchor, List<Integer>> byWord = new LinkedHashMap<>();
        Map<Anchor, List<Integer>> byPair = new LinkedHashMap<>();
        for (int i = 0; i < rules.size(); i++) {
            int number = i;
            Pattern pattern = rules.get(i).pattern();
            pattern.words(word -> byWord.computeIfAbsent(word, unused -> new ArrayList<>(1)));
            pattern.anchors().stream().distinct().forEach(anchor -> (anchor.isPair() ? byPair : byWord)
                    .computeIfAbsent(anchor, unused -> new ArrayList<>(1)).add(number));
        }
        Set<Long> seconds = new HashSet<>();
        Set<Long> pairKeys = new HashSet<>();
        byPair.forEach((second, found) -> {
            long pair = WordKey.both(second.before(), second.key());
            seconds.add(second.key());
            pairKeys.add(pair);
            pairs.put(pair, numbers(found));
        });
        pairFilter = new KeyFilter(pairKeys);
        byWord.forEach((word, found) -> fields.computeIfAbsent(word.field(), FieldIndex::new)
                .add(word, new Wanted(word.key(), word.text(), numbers(found), seconds.contains(word.key()))));
        fields.values().forEach(FieldIndex::finish);
    }

    private static int[] numbers(List<Integer> rules) {
        return rules.stream().mapToInt(Integer::intValue).toArray();
    }

    CompiledRule rule(int number) {
        return rules.get(number);
    }

    /** The words of a field that rules look for. */
    FieldIndex of(String field) {
        return fields.getOrDefault(field, FieldIndex.EMPTY);
    }

    /** Numbers of the rules that may match because of two wanted words in a row. */
    int[] ofPair(Wanted first, Wanted second) {
        long pair = WordKey.both(first.key(), second.key());
        int[] found = pairFilter.mayHave(pair) ? pairs.get(pair) : null;
        return found == null ? NONE : found;
    }

    /** The words of one field that rules look for. */
    static final class FieldIndex {
        private static final FieldIndex EMPTY = new FieldIndex("");

        private final String field;
        private final LongTable<Wanted> words = new LongTable<>();
        private final LongTable<Wanted> beginnings = new LongTable<>();
        private final Set<Integer> beginningLengths = new HashSet<>();
        private final List<Long> keys = new ArrayList<>();
        private KeyFilter filter = new KeyFilter(List.of());

        private FieldIndex(String field) {
            this.field = field;
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

        /** The word, if a rule looks for it as a whole; else null. */
        Wanted whole(long word) {
            long key = WordKey.in(field, word);
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
