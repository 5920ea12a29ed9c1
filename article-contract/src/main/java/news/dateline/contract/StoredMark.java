package news.dateline.contract;

import java.time.Instant;
import java.util.Optional;

/** What the sink notes beside an offset that it commits: when everything before that offset was stored. */
public final class StoredMark {
    private static final String STORED_AT = "storedAt=";

    private StoredMark() {
    }

    /** The note. */
    public static String at(Instant time) {
        return STORED_AT + time.toEpochMilli();
    }

    /** The time that a note tells; empty where it tells none. */
    public static Optional<Instant> read(String note) {
        return Optional.of(note).filter(text -> text.matches(STORED_AT + "\\d{1,15}"))
                .map(text -> Instant.ofEpochMilli(Long.parseLong(text.substring(STORED_AT.length()))));
    }
}
