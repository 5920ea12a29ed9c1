package news.dateline.sink.store.postgres;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells a failure of one row, which no waiting mends, from one of the database. */
final class SqlFailure {
    /** Data exception, integrity constraint violation, program limit exceeded. */
    private static final Set<String> CLASSES_OF_THE_ROW = Set.of("22", "23", "54");

    private SqlFailure() {
    }

    /** True where the row itself is the cause: tried again, it would fail again. */
    static boolean isOfTheRow(SQLException failure) {
        return state(failure).filter(state -> CLASSES_OF_THE_ROW.contains(state.substring(0, 2))).isPresent();
    }

    /** The SQLSTATE in words; the server's message is left out, since it quotes the row. */
    static String describe(SQLException failure) {
        return "SQLSTATE " + state(failure).orElse("unknown");
    }

    /** A batch's failure carries the statement's as the next one. */
    private static Optional<String> state(SQLException failure) {
        return Stream.iterate(failure, next -> next != null, SQLException::getNextException)
                .map(SQLException::getSQLState).filter(state -> state != null && state.length() == 5).findFirst();
    }
}
