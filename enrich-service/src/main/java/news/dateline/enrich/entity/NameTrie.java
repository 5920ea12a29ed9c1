package news.dateline.enrich.entity;

import java.util.Arrays;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The names of a gazetteer, word by word: one table of steps from a node by a word to the next, so that the longest name
 * at a word is found in one look for each of its words.
 */
final class NameTrie {
    /** "Mobile, Alabama" has a comma before its second word, and is no "Mobile Alabama". */
    private static final long COMMA_BEFORE = 0x9e3779b97f4a7c15L;
    private static final int FIRST_NODE = 1;

    private long[] keys = new long[1 << 15];
    private int[] next = new int[1 << 15];
    private int steps;
    private int nodes = FIRST_NODE;
    private int[] meaningAt = new int[1 << 14];
    private final List<Meaning> meanings = new ArrayList<>();
    private final Words reader = new Words();

    /** Adds a name; what it meant before is forgotten. */
    void put(String name, Meaning meaning) {
        reader.read(name, 0);
        int node = FIRST_NODE;
        for (int i = 0; i < reader.size(); i++) {
            node = stepOrAdd(node, key(reader, i, i == 0, reader.hash[i]));
        }
        if (node == FIRST_NODE) {
            throw new IllegalArgumentException("a name has no word");
        }
        meanings.add(meaning);
        meaningAt[node] = meanings.size();
    }

    /** What a name means, as it was put. Safe for many threads, once all names are put. */
    Optional<Meaning> get(String name) {
        Words words = Words.of(name);
        int node = FIRST_NODE;
        for (int i = 0; i < words.size() && node != 0; i++) {
            node = step(node, key(words, i, i == 0, words.hash[i]));
        }
        return node == 0 || meaningAt[node] == 0 ? Optional.empty() : Optional.of(meanings.get(meaningAt[node] - 1));
    }

    /** How many words the longest name takes that begins at a word; 0 where none does. */
    int longest(Words words, int from) {
        int node = FIRST_NODE;
        int found = 0;
        for (int i = from; i < words.size(); i++) {
            node = follow(words, i, i == from, node);
            if (node == 0) {
                return found;
            }
            if (meaningAt[node] != 0) {
                found = i + 1 - from;
            }
        }
        return found;
    }

    /** What the name of so many words at a word means. */
    Meaning meaning(Words words, int from, int count) {
        int node = FIRST_NODE;
        for (int i = from; i < from + count; i++) {
            node = follow(words, i, i == from, node);
        }
        return meanings.get(meaningAt[node] - 1);
    }

    private int follow(Words words, int word, boolean first, int node) {
        if (!first && (words.gap[word] > Gap.COMMA || words.isPossessive(word - 1))) {
            return 0;
        }
        int to = step(node, key(words, word, first, words.hash[word]));
        return to == 0 && words.shouted[word] != 0 ? step(node, key(words, word, first, words.shouted[word])) : to;
    }

    private static long key(Words words, int word, boolean first, long hash) {
        return !first && words.gap[word] == Gap.COMMA ? hash ^ COMMA_BEFORE : hash;
    }

    private int step(int node, long word) {
        long key = mix(node, word);
        int at = (int) (key >>> 40) & (keys.length - 1);
        while (keys[at] != 0) {
            if (keys[at] == key) {
                return next[at];
            }
            at = (at + 1) & (keys.length - 1);
        }
        return 0;
    }

    private int stepOrAdd(int node, long word) {
        int known = step(node, word);
        if (known != 0) {
            return known;
        }
        if (++steps * 2 > keys.length) {
            grow();
        }
        nodes++;
        if (nodes >= meaningAt.length) {
            meaningAt = Arrays.copyOf(meaningAt, nodes * 2);
        }
        store(mix(node, word), nodes);
        return nodes;
    }

    private void store(long key, int node) {
        int at = (int) (key >>> 40) & (keys.length - 1);
        while (keys[at] != 0) {
            at = (at + 1) & (keys.length - 1);
        }
        keys[at] = key;
        next[at] = node;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNext = next;
        keys = new long[oldKeys.length * 2];
        next = new int[oldNext.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                store(oldKeys[i], oldNext[i]);
            }
        }
    }

    private static long mix(int node, long word) {
        long h = (word ^ node * 0xff51afd7ed558ccdL) * 0xc4ceb9fe1a85ec53L;
        h ^= h >>> 29;
        return h == 0 ? 1 : h;
    }
}
