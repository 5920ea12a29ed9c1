package news.dateline.enrich.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.dateline.enrich.evaluate.Figure;
import org.junit.jupiter.api.Test;

class PageQualityTest {
    /** A little below what is measured; see benchmarks/results. */
    private static final Map<String, Double> FLOORS = Map.of("article extraction benchmark F1", 0.97, "readability F1",
            0.9, "headline right", 0.91, "byline right", 0.74, "language right", 0.99, "site right", 0.99,
            "publication time right", 0.93);

    @Test
    void findsTextAndFieldsOfKnownPages() throws IOException {
        PageEvaluation evaluation = new PageEvaluation();
        Path data = Stream.of("../../shared/data", "../shared/data").map(Path::of).filter(Files::isDirectory)
                .findFirst().orElse(Path.of("missing"));
        assumeTrue(evaluation.isPossibleWith(data), "skipped: shared/data/extraction is not on this machine");

        Map<String, Double> figures = evaluation
                .measure(data, new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)).stream()
                .collect(Collectors.toMap(PageQualityTest::name, Figure::value));

        assertThat(FLOORS).allSatisfy((name, floor) -> assertThat(figures.get(name)).as(name)
                .isGreaterThanOrEqualTo(floor));
    }

    private static String name(Figure figure) {
        return figure.of().startsWith("fields")
                ? figure.name()
                : figure.of().replace("pages, ", "") + " " + figure.name();
    }
}
