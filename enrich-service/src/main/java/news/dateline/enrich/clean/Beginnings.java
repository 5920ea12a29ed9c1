package news.dateline.enrich.clean;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** What a line may begin with, looked up by its first two letters: nearly every line begins with none of it. */
final class Beginnings {
    private static final int ROWS = 256;

    private final List<String[]> rows;

    private Beginnings(Collection<String> beginnings) {
        List<List<String>> byLetters = IntStream.range(0, ROWS).<List<String>>mapToObj(i -> new ArrayList<>()).toList();
        beginnings.forEach(beginning -> byLetters.get(row(beginning)).add(beginning));
        rows = byLetters.stream().map(row -> row.toArray(new String[0])).toList();
    }

    /** In lower case, each of two letters or more. */
    static Beginnings of(String... beginnings) {
        return new Beginnings(List.of(beginnings));
    }

    /** In lower case, each of two letters or more. */
    static Beginnings of(Collection<String> beginnings) {
        return new Beginnings(beginnings);
    }

    /** Whether a line in lower case begins with one of them. */
    boolean areAt(String lower) {
        if (lower.length() < 2) {
            return false;
        }
        for (String beginning : rows.get(row(lower))) {
            if (lower.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    private static int row(String line) {
        return line.charAt(0) * 31 + line.charAt(1) & ROWS - 1;
    }
}
