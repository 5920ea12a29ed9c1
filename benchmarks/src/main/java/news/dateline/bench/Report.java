package news.dateline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The figures of a run with all that they depend on: for the terminal, as Markdown and as JSON. */
final class Report {
    /** One figure, and how it came about. */
    private record Figure(String measure, double value, String unit, String note) {
        String text() {
            return String.format(value < 100 ? "%,.1f %s" : "%,.0f %s", value, unit);
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Map<String, String> facts = new LinkedHashMap<>();
    private final List<Figure> figures = new ArrayList<>();

    void fact(String name, String value) {
        facts.put(name, value);
    }

    void add(String measure, double value, String unit, String note) {
        figures.add(new Figure(measure, value, unit, note));
    }

    /** The figures as lines of a table. */
    String table() {
        StringBuilder table = new StringBuilder();
        for (Figure figure : figures) {
            table.append(String.format("%-52s %18s   %s%n", figure.measure(), figure.text(), figure.note()));
        }
        return table.toString();
    }

    private String markdown(String title) {
        StringBuilder page = new StringBuilder("# " + title + "\n\n");
        facts.forEach((name, value) -> page.append("- ").append(name).append(": ").append(value).append('\n'));
        page.append("\n| measured | figure | how |\n|---|---:|---|\n");
        figures.forEach(figure -> page.append("| ").append(figure.measure()).append(" | ").append(figure.text())
                .append(" | ").append(figure.note()).append(" |\n"));
        return page.toString();
    }

    /** Writes both files; an earlier run of the same name is replaced. */
    void write(Path folder, String name) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name + ".md"), markdown("Dateline measured, " + name));
            Files.writeString(folder.resolve(name + ".json"),
                    JSON.writeValueAsString(Map.of("facts", facts, "figures", figures)) + "\n");
        } catch (IOException e) {
            throw new BenchmarkFailed("can't write to " + folder + ": " + e.getMessage(), e);
        }
    }
}
