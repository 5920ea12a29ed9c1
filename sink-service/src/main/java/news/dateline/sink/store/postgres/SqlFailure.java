package news.dateline.sink.store.postgres;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells a failure of one row, which no waiting mends, from one of the database. */
final class SqlFailure {
    /** Data exception, integrity constraint violation, program limit exceeded. */
    private static final Set<String> CLASSES_OF_THE_ROW = Set.of("22", "23", "54");

    /** Insufficient privilege: unlike the others of its class, mended without us. */
    private static final String NOT_ALLOWED = "42501";

    private SqlFailure() {
    }

    /** True where the row itself is the cause: tried again, it would fail again. */
    static boolean isOfTheRow(SQLException failure) {
        return state(failure).filter(state -> CLASSES_OF_THE_ROW.contains(state.substring(0, 2))).isPresent();
    }

    /** True where what was asked is the cause, such as a table that is there already: asked again, it would fail again. */
    static boolean isOfTheStatement(SQLException failure) {
        return state(failure).filter(state -> state.startsWith("42") && !state.equals(NOT_ALLOWED)).isPresent();
    }

    /** The SQLSTATE in words; the server's message is left out, since it quotes the row. */
    static String describe(SQLException failure) {
        String state = state(failure).orElse("unknown");
        return "SQLSTATE " + state + words(state).map(words -> ", " + words).orElse("");
    }

    private static Optional<String> words(String state) {
        return Optional.ofNullable(switch (state) {
            case "28P01", "28000" -> "user or password is not accepted";
            case "3D000" -> "there is no database of that name";
            case NOT_ALLOWED -> "the user may not do that";
            case "42P01", "42703" -> "a table or column is missing";
            case "53100" -> "its disk is full";
            case "53300" -> "it has too many connections";
            case "57P03" -> "it is starting or stopping";
            case "25006" -> "it only lets read";
            default -> switch (state.substring(0, 2)) {
                case "08" -> "it does not answer";
                case "57" -> "it broke off";
                default -> null;
            };
        });
    }

    /** A batch's failure carries the statement's as the next one. */
    private static Optional<String> state(SQLException failure) {
        return Stream.iterate(failure, next -> next != null, SQLException::getNextException)
                .map(SQLException::getSQLState).filter(state -> state != null && state.length() == 5).findFirst();
    }
}
