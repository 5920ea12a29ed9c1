package news.dateline.enrich.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import news.dateline.enrich.evaluate.Figure;
import org.junit.jupiter.api.Test;

class LanguageEvaluationTest {
    private final LanguageEvaluation evaluation = new LanguageEvaluation();

    @Test
    void tellsOneSentenceInFortyLanguages() throws IOException {
        Path data = Stream.of("../../shared/data", "../shared/data").map(Path::of).filter(Files::isDirectory)
                .findFirst().orElse(Path.of("missing"));
        assumeTrue(evaluation.isPossibleWith(data),
                "skipped: the sentences of SIB-200 (shared/data/languages/sib200) are not on this machine");

        List<Figure> figures = evaluation.measure(data,
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));

        // Measured 0.9937 and 0.86.
        assertThat(figures.getFirst().value()).isGreaterThanOrEqualTo(0.992);
        assertThat(figures.getLast().value()).isGreaterThanOrEqualTo(0.82);
    }

    @Test
    void isNotPossibleWithoutTheSentences() {
        assertThat(evaluation.isPossibleWith(Path.of("missing"))).isFalse();
    }
}
