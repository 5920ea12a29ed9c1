package news.dateline.enrich.tag;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.lucene.analysis.CharArrayMap;

/**
 * Every word that any rule looks for, with the rules that it is an anchor of.
 *
 * <p>Unchangeable; a change of rules makes another.
 */
final class RuleIndex {
    private final Map<String, FieldIndex> fields = new HashMap<>();

    /** A word that rules look for, and those of them that may match an article because it has this word. */
    private record Entry(String text, List<CompiledRule> rules) {}

    RuleIndex(Collection<CompiledRule> rules) {
        Map<Anchor, List<CompiledRule>> byWord = new HashMap<>();
        for (CompiledRule rule : rules) {
            rule.pattern().words(word -> byWord.computeIfAbsent(word, unused -> new ArrayList<>(1)));
            rule.pattern().anchors().stream().distinct().forEach(anchor -> byWord.get(anchor).add(rule));
        }
        byWord.forEach((word, found) -> fields.computeIfAbsent(word.field(), unused -> new FieldIndex())
                .add(word, new Entry(word.text(), List.copyOf(found))));
    }

    /** The words of a field that rules look for. */
    FieldIndex of(String field) {
        return fields.getOrDefault(field, FieldIndex.EMPTY);
    }

    /** The words of one field that rules look for. */
    static final class FieldIndex {
        private static final FieldIndex EMPTY = new FieldIndex();

        private final CharArrayMap<Entry> words = new CharArrayMap<>(16, false);
        private final CharArrayMap<Entry> beginnings = new CharArrayMap<>(16, false);
        private final TreeSet<Integer> lengths = new TreeSet<>();

        private void add(Anchor word, Entry entry) {
            if (word.prefix()) {
                beginnings.put(word.text(), entry);
                lengths.add(word.text().length());
            } else {
                words.put(word.text(), entry);
            }
        }

        boolean isEmpty() {
            return words.isEmpty() && beginnings.isEmpty();
        }

        /** The word, if a rule looks for it; the rules that may match because of it go to the candidates. */
        Optional<String> wanted(char[] word, int length, Collection<CompiledRule> candidates) {
            Entry whole = words.get(word, 0, length);
            boolean begins = false;
            for (int beginning : lengths) {
                Entry entry = beginning > length ? null : beginnings.get(word, 0, beginning);
                if (entry != null) {
                    begins = true;
                    candidates.addAll(entry.rules());
                }
            }
            if (whole != null) {
                candidates.addAll(whole.rules());
                return Optional.of(whole.text());
            }
            return begins ? Optional.of(new String(word, 0, length)) : Optional.empty();
        }
    }
}
