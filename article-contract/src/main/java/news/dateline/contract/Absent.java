package news.dateline.contract;

import java.util.List;
import java.util.Optional;

/** Turns what a JSON reader leaves null into the contract's forms of absence: empty text, list or {@code Optional}. */
final class Absent {
    private Absent() {
    }

    static String text(String value) {
        return value == null ? "" : value;
    }

    static <T> List<T> list(List<T> value) {
        return value == null ? List.of() : List.copyOf(value);
    }

    static <T> Optional<T> value(Optional<T> value) {
        return value == null ? Optional.empty() : value;
    }

    static <T> T required(T value, String component) {
        if (value == null) {
            throw new IllegalArgumentException(component + " is missing");
        }
        return value;
    }

    static void atLeast(long least, long value, String component) {
        if (value < least) {
            throw new IllegalArgumentException(component + " must be " + least + " or more");
        }
    }

    static String requiredText(String value, String component) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(component + " is missing or blank");
        }
        return value;
    }
}
