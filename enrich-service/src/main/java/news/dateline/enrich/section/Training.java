package news.dateline.enrich.section;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** From a folder of labelled articles to a model file and its card, as {@code dateline train} does it. */
public final class Training {
    static final String CARD = "MODEL_CARD.md";

    private Training() {
    }

    /**
     * Trains with the defaults, measures, and writes {@code sections-<language>.model} and {@code MODEL_CARD.md}.
     *
     * @param data folder that {@link TrainingData} can read
     * @param output folder to write to, made where it is missing
     * @return the trained model
     */
    public static SectionModel run(Path data, Path output, PrintStream progress) throws IOException {
        return run(data, output, TrainingSettings.defaults(), progress);
    }

    /** As {@link #run(Path, Path, PrintStream)}, with other settings. */
    public static SectionModel run(Path data, Path output, TrainingSettings settings, PrintStream progress)
            throws IOException {
        progress.println("reading " + data);
        List<LabelledArticle> articles = TrainingData.read(data);
        progress.println("read " + articles.size() + " labelled articles");
        SectionTrainer trainer = new SectionTrainer(articles, settings, progress);
        SectionTrainer.TrainedSections trained = trainer.train();
        progress.println("measuring");
        Map<String, SectionFigures> figures = new SectionEvaluation(articles, trainer, trained).all();
        figures.forEach((name, of) -> progress.println(line(name, of)));
        Files.createDirectories(output);
        Path file = output.resolve("sections-" + settings.language() + ".model");
        try (OutputStream out = Files.newOutputStream(file)) {
            SectionModelFile.write(trained.model(), out);
        }
        Files.writeString(output.resolve(CARD), ModelCard.of(trained.model(), articles, settings, figures));
        progress.println("wrote " + trained.model().version() + " to " + file + ", " + Files.size(file) + " bytes");
        return trained.model();
    }

    private static String line(String name, SectionFigures of) {
        return String.format(Locale.ROOT,
                "%s: %d articles, macro-F1 %.3f, first right %.3f, among given %.3f, "
                        + "labels/article %.2f, without label %.3f, calibration error %.3f",
                name, of.articles(), of.macroF1(), of.firstRight(), of.amongGiven(), of.labelsPerArticle(),
                of.withoutLabel(), of.calibrationError());
    }
}
