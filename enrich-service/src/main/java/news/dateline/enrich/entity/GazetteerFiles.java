package news.dateline.enrich.entity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The fact files of the gazetteer: a line for each entity, columns by tab, names by "|", comments behind "#". */
final class GazetteerFiles {
    private static final String FOLDER = "/gazetteer/";

    private GazetteerFiles() {
    }

    static List<String> lines(String file) {
        try (InputStream in = GazetteerFiles.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("the program was built without " + FOLDER + file);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines()
                    .filter(line -> !line.isBlank() && line.charAt(0) != '#').toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines as rows of so many columns; a line may lack the last ones. */
    static List<Row> rows(String file) {
        return lines(file).stream().map(line -> new Row(List.of(line.split("\t", -1)))).toList();
    }

    /** One line of a file. */
    record Row(List<String> columns) {
        Row {
            columns = List.copyOf(columns);
        }

        String text(int column) {
            return column < columns.size() ? columns.get(column) : "";
        }

        List<String> names(int column) {
            return text(column).isEmpty() ? List.of() : List.of(text(column).split("\\|", -1));
        }
    }
}
