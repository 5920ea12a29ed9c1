package news.dateline.enrich.entity;

/** Numbers by the hashes of words; asking costs no allocation. */
final class WordTable {
    private static final int[] NONE = {};

    private long[] keys = new long[1 << 10];
    private int[][] values = new int[1 << 10][];
    private int size;

    /** None where the word is not there. */
    int[] get(long word) {
        int[] found = values[slot(word)];
        return found == null ? NONE : found;
    }

    void put(long word, int[] numbers) {
        int slot = slot(word);
        if (values[slot] == null && ++size * 4 > keys.length) {
            grow();
            slot = slot(word);
        }
        keys[slot] = word;
        values[slot] = numbers;
    }

    private int slot(long word) {
        int slot = (int) (word ^ word >>> 32) & keys.length - 1;
        while (values[slot] != null && keys[slot] != word) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[][] oldValues = values;
        keys = new long[2 * oldKeys.length];
        values = new int[keys.length][];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != null) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }
}
