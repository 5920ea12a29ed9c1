package news.dateline.tags;

import java.util.Arrays;

/**
 * Values by keys that are numbers well spread: a map without an object for each entry, read in one look. A key is never 0, which
 * stands where there is none.
 */
final class LongTable<V> {
    private static final int LEAST = 64;
    private static final int ROOM_FOR_EACH = 16;

    private long[] keys = new long[LEAST];
    private Object[] values = new Object[LEAST];
    private int size;

    /** The key's value, null where it has none. */
    @SuppressWarnings("unchecked") // nothing but values of this type is put
    V get(long key) {
        return (V) values[slot(key)];
    }

    void put(long key, V value) {
        int slot = slot(key);
        if (keys[slot] == 0 && ++size * 2 > keys.length) {
            grow();
            slot = slot(key);
        }
        keys[slot] = key;
        values[slot] = value;
    }

    /** Empties it; room that was far too much is given back. */
    void clear() {
        if (values.length > LEAST && values.length > ROOM_FOR_EACH * size) {
            keys = new long[keys.length / 2];
            values = new Object[keys.length];
        } else {
            Arrays.fill(keys, 0);
            Arrays.fill(values, null);
        }
        size = 0;
    }

    boolean has(long key) {
        return keys[slot(key)] == key;
    }

    int size() {
        return size;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) (key >>> 32) & mask;
        while (keys[slot] != key && keys[slot] != 0) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        Object[] oldValues = values;
        keys = new long[2 * oldKeys.length];
        values = new Object[2 * oldKeys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }
}
