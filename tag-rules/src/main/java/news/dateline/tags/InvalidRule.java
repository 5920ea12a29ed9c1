package news.dateline.tags;

import java.util.OptionalInt;

/** A rule's query that can't be run: why, and at which column of the query where that is known. */
public final class InvalidRule extends Exception {
    private final transient OptionalInt column;

    InvalidRule(String reason) {
        super(reason);
        this.column = OptionalInt.empty();
    }

    InvalidRule(String reason, int column) {
        super(reason + " at column " + column);
        this.column = OptionalInt.of(column);
    }

    /** Column in the query, from 1. */
    public OptionalInt column() {
        return column;
    }
}
