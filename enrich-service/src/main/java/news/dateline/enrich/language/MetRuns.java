package news.dateline.enrich.language;

/** The runs of letters that a text has, each once, with the parts of the text that it stands in. */
final class MetRuns {
    private final long[] rows;
    private final byte[] parts;
    /** A run's place in the rows, and 1. */
    private final int[] slots;
    private int size;

    MetRuns(int most) {
        rows = new long[most];
        parts = new byte[most];
        slots = new int[Integer.highestOneBit(most + 1) * 4];
    }

    /** Adds a part to those that a row's run stands in. */
    void add(long row, int part) {
        int mask = slots.length - 1;
        int slot = (int) (row >>> Integer.SIZE) & mask;
        while (slots[slot] != 0) {
            int met = slots[slot] - 1;
            if (rows[met] == row) {
                parts[met] |= (byte) part;
                return;
            }
            slot = slot + 1 & mask;
        }
        rows[size] = row;
        parts[size] = (byte) part;
        slots[slot] = ++size;
    }

    int size() {
        return size;
    }

    long row(int i) {
        return rows[i];
    }

    int parts(int i) {
        return parts[i];
    }
}
