package news.dateline.enrich.section;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import news.dateline.enrich.evaluate.Figure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * Floors of the section figures: raised, never lowered.
 *
 * <p>What was not seen in training is in the card, made by the run that made the model; measuring it anew takes minutes
 * ({@code dateline evaluate}). Here the shipped model itself is measured on what it was trained on, so that a change of
 * the code that labels is noticed.
 */
class SectionQualityTest {
    @TempDir
    private Path folder;

    @Test
    void cardIsThatOfTheBundledModel() throws IOException {
        assertThat(card().get(0)).isEqualTo("# Section model `" + SectionModel.bundled().version() + "`");
    }

    @Test
    void figuresOnWhatWasNotSeenStayAboveTheirFloors() throws IOException {
        double[] unseen = row("publishers held out: newsapi_publisher_sections");
        assertThat(unseen[1]).as("macro-F1, publishers never seen").isGreaterThan(0.790);
        assertThat(unseen[3]).as("label among given, publishers never seen").isGreaterThanOrEqualTo(0.917);
        assertThat(unseen[4]).as("labels/article, publishers never seen").isLessThan(1.15);
        assertThat(unseen[6]).as("calibration error, publishers never seen").isLessThan(0.02);
        double[] later = row("later month: newsapi_publisher_sections");
        assertThat(later[1]).as("macro-F1, later month").isGreaterThan(0.892);
        assertThat(later[3]).as("label among given, later month").isGreaterThan(0.960);
        assertThat(later[4]).as("labels/article, later month").isLessThanOrEqualTo(1.19);
        assertThat(later[6]).as("calibration error, later month").isLessThan(0.01);
        double[] fullText = row("collection left out: bbc_fulltext");
        assertThat(fullText[1]).as("macro-F1, full text left out").isGreaterThan(0.943);
        assertThat(fullText[4]).as("labels/article, full text left out").isLessThan(1.39);
        assertThat(row("collection left out: inshorts")[1]).as("macro-F1, summaries left out").isGreaterThan(0.85);
        double[] headlines = row("collection left out: huffpost_headlines");
        assertThat(headlines[1]).as("macro-F1, headlines left out").isGreaterThan(0.62);
        assertThat(headlines[3]).as("label among given, headlines left out").isGreaterThan(0.55);
    }

    @Test
    void bundledModelLabelsTheSharedCollectionsAsItDid() throws IOException {
        Path data = Stream.of("../../shared/data", "../shared/data").map(Path::of).filter(Files::isDirectory)
                .findFirst().orElse(Path.of("missing"));
        assumeTrue(Files.isDirectory(data), "skipped: the shared data is not on this machine");
        for (String collection : List.of("bbc_fulltext", "inshorts")) {
            Files.createSymbolicLink(folder.resolve(collection),
                    data.resolve("sections").resolve(collection).toAbsolutePath());
        }
        List<LabelledArticle> articles = TrainingData.read(folder);
        SectionModel model = SectionModel.bundled();
        SectionLabels labels = SectionLabels.of(articles);
        int[] measured = new int[labels.sections().size()];
        Arrays.setAll(measured, i -> i);
        List<SectionDefinition> sections = model.sections().stream()
                .filter(section -> labels.sections().contains(section.name())).toList();
        FigureCounter counter = new FigureCounter(labels);
        float[] all = new float[model.sections().size()];
        for (int i = 0; i < articles.size(); i++) {
            LabelledArticle article = articles.get(i);
            if (!article.sections().isEmpty()) {
                model.margins(article.headline(), article.body(), article.edition(), all);
                counter.add(i, measured, Judgement.ofText(only(sections, model, all), sections));
            }
        }
        assertThat(counter.figures().macroF1()).isGreaterThan(0.9);
        assertThat(counter.figures().amongGiven()).isGreaterThan(0.9);
    }

    @Test
    void measuresAFolderOfOnesOwnSections() throws IOException {
        JsonMapper json = JsonMapper.shared();
        Files.write(folder.resolve("own.ndjson"), TinyNews.articles().stream()
                .map(article -> json.writeValueAsString(new TinyLine(article))).toList());
        SectionQuality quality = new SectionQuality();

        List<Figure> figures = quality.measure(folder, new PrintStream(OutputStream.nullOutputStream()));

        assertThat(quality.isPossibleWith(folder)).isTrue();
        assertThat(figures).anyMatch(figure -> figure.of().equals("sections, publishers held out: own.ndjson")
                && figure.name().equals("F1 Chess") && figure.aim().isEmpty());
    }

    private record TinyLine(String publisher, String headline, String text, String publishedAt, List<String> sections) {
        TinyLine(LabelledArticle article) {
            this(article.publisher(), article.headline(), article.body(), article.publishedAt(),
                    List.copyOf(article.sections()));
        }
    }

    private static float[] only(List<SectionDefinition> sections, SectionModel model, float[] all) {
        float[] margins = new float[sections.size()];
        for (int i = 0; i < margins.length; i++) {
            margins[i] = all[model.sections().indexOf(sections.get(i))];
        }
        return margins;
    }

    /** Articles, macro-F1, first right, among given, labels/article, no label, calibration error. */
    private static double[] row(String heldOut) throws IOException {
        return card().stream().filter(line -> line.startsWith("| " + heldOut + " |")).findFirst()
                .map(line -> Stream.of(line.split("\\|")).skip(2).mapToDouble(cell -> Double.parseDouble(cell.strip()))
                        .toArray())
                .orElseThrow();
    }

    private static List<String> card() throws IOException {
        try (InputStream file = SectionModel.class.getResourceAsStream("/sections/MODEL_CARD.md")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
