package news.dateline.enrich.entity;

import java.util.List;
import news.dateline.enrich.bundled.BundledLines;

/** The fact files of the gazetteer: a line for each entity, columns by tab, names by "|", comments behind "#". */
final class GazetteerFiles {
    private static final String FOLDER = "/gazetteer/";

    private GazetteerFiles() {
    }

    static List<String> lines(String file) {
        return BundledLines.of(FOLDER + file).stream().filter(line -> !line.isBlank() && line.charAt(0) != '#')
                .toList();
    }

    /** The lines as rows; one may lack its last columns. */
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
