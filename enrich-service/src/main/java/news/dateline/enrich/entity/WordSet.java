package news.dateline.enrich.entity;

import java.util.Arrays;
import java.util.Collection;

/** Words by their hashes; asking costs no allocation. */
final class WordSet {
    private final long[] table;
    private final int mask;

    WordSet(Collection<String> words) {
        int size = Math.max(16, Integer.highestOneBit(words.size() * 4));
        table = new long[size];
        mask = size - 1;
        words.forEach(word -> put(Words.hash(word)));
    }

    static WordSet of(String words) {
        return new WordSet(Arrays.asList(words.strip().split("\\s+", -1)));
    }

    boolean contains(long hash) {
        int at = slot(hash);
        while (table[at] != 0) {
            if (table[at] == hash) {
                return true;
            }
            at = (at + 1) & mask;
        }
        return false;
    }

    private void put(long hash) {
        int at = slot(hash);
        while (table[at] != 0 && table[at] != hash) {
            at = (at + 1) & mask;
        }
        table[at] = hash;
    }

    private int slot(long hash) {
        return (int) (hash ^ hash >>> 32) & mask;
    }
}
