package news.dateline.enrich.section;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import news.dateline.enrich.evaluate.Aim;
import news.dateline.enrich.evaluate.Evaluation;
import news.dateline.enrich.evaluate.Figure;

/**
 * Measures sections on publishers, a later month and collections held out, each with a model trained without them.
 *
 * <p>The figures are those of the model card when the data are those that the bundled model was trained on.
 */
public final class SectionQuality implements Evaluation {
    private static final String UNSEEN = SectionEvaluation.PUBLISHERS + ": " + TrainingData.PUBLISHER_SECTIONS;
    private static final String LATER = SectionEvaluation.LATER_MONTH + ": " + TrainingData.PUBLISHER_SECTIONS;
    private static final String FULL_TEXT = SectionEvaluation.COLLECTION + ": " + TrainingData.BBC_FULL_TEXT;

    private static final String MACRO_F1 = "macro-F1 of the first label";
    private static final String AMONG_GIVEN = "right label among given";
    private static final String LABELS = "labels/article";

    /** By what is measured, then by figure. */
    private static final Map<String, Map<String, Aim>> AIMS = Map.of(
            UNSEEN, Map.of(MACRO_F1, new Aim.AtLeast(0.72), AMONG_GIVEN, new Aim.AtLeast(0.88),
                    LABELS, new Aim.AtMost(1.4)),
            LATER, Map.of(MACRO_F1, new Aim.AtLeast(0.9)),
            FULL_TEXT, Map.of(MACRO_F1, new Aim.AtLeast(0.88)));

    @Override
    public String name() {
        return "sections";
    }

    @Override
    public boolean isPossibleWith(Path data) {
        if (Files.isDirectory(data.resolve("sections"))) {
            return true;
        }
        try (Stream<Path> files = Files.list(data)) {
            return files.anyMatch(TrainingData::isLabelledArticles);
        } catch (IOException e) {
            // A folder that can't be listed has nothing to measure with; who asked says so.
            return false;
        }
    }

    @Override
    public List<Figure> measure(Path data, PrintStream progress) throws IOException {
        List<LabelledArticle> articles = TrainingData.read(data);
        SectionTrainer trainer = new SectionTrainer(articles, TrainingSettings.defaults(), progress);
        List<Figure> figures = new ArrayList<>();
        new SectionEvaluation(articles, trainer, trainer.train()).all()
                .forEach((of, measured) -> add(of, measured, figures));
        return figures;
    }

    private static void add(String of, SectionFigures measured, List<Figure> figures) {
        add(of, MACRO_F1, measured.macroF1(), measured, figures);
        add(of, "first label right", measured.firstRight(), measured, figures);
        add(of, AMONG_GIVEN, measured.amongGiven(), measured, figures);
        add(of, LABELS, measured.labelsPerArticle(), measured, figures);
        add(of, "without any label", measured.withoutLabel(), measured, figures);
        add(of, "calibration error", measured.calibrationError(), measured, figures);
        measured.f1BySection().forEach((section, f1) -> add(of, "F1 " + section, f1, measured, figures));
    }

    private static void add(String of, String name, double value, SectionFigures measured, List<Figure> figures) {
        figures.add(new Figure("sections, " + of, name, value,
                Optional.ofNullable(AIMS.getOrDefault(of, Map.of()).get(name)), measured.articles()));
    }
}
