package news.dateline.enrich.section;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Trains a section model in four steps, the first two on publishers held out in turn.
 *
 * <p>First, models of the other publishers tell which "wrong" labels are contradicted, and these are dropped. Second,
 * the same is done again without them, for margins as they are on a publisher never seen; calibration and thresholds
 * come from these. Third, one model is fitted to all articles. Fourth, some days of all publishers are held out in turn,
 * for what each publisher does otherwise.
 */
final class SectionTrainer {
    private static final int ENOUGH_ARTICLES = 2000;
    private static final int FEWEST_ARTICLES_OF_TERM = 2;
    /** A "wrong" that is this probable on publishers held out is taken as a right one that was not written down. */
    private static final double CONTRADICTED = 0.6;
    /** Of all days, held out in turn for publishers' habits, so many at a time. */
    private static final int PARTS = 4;
    private static final int DAYS = 3;

    private final List<LabelledArticle> articles;
    private final PrintStream progress;
    private final SectionLabels labels;
    private final HashedArticles corpus;
    private final PublisherFolds folds;
    private final LinearFit fit;

    SectionTrainer(List<LabelledArticle> articles, TrainingSettings settings, PrintStream progress) {
        this.articles = List.copyOf(articles);
        this.progress = progress;
        labels = SectionLabels.of(articles);
        if (labels.sections().isEmpty()) {
            throw new IllegalArgumentException("no article has a section");
        }
        corpus = HashedArticles.of(articles, articles.size() < ENOUGH_ARTICLES ? 1 : FEWEST_ARTICLES_OF_TERM);
        folds = PublisherFolds.of(articles, settings.folds());
        fit = new LinearFit(corpus, settings);
    }

    /** Trains on all articles; the result also holds what the evaluation needs of the publishers held out. */
    TrainedSections train() {
        int[] all = IntStream.range(0, articles.size()).toArray();
        if (folds.count() < 2) {
            progress.println("one publisher only: calibrated on what was trained on, so scores will be too sure");
            SectionModel model = fit.fit(all, labels);
            float[][] margins = new float[articles.size()][];
            fillMargins(model, all, margins);
            SectionCalibrator calibrator = new SectionCalibrator(articles, labels, margins);
            return new TrainedSections(calibrator.calibrate(model, all), labels, folds, margins, calibrator);
        }
        float[][] first = heldOutMargins(labels, "first pass");
        List<Calibration> calibrations = new SectionCalibrator(articles, labels, first).calibrations(all);
        SectionLabels corrected = labels.withoutContradicted(first, calibrations, CONTRADICTED);
        float[][] margins = heldOutMargins(corrected, "second pass");
        SectionCalibrator calibrator = new SectionCalibrator(articles, labels, margins);
        progress.println("fitting all " + articles.size() + " articles");
        SectionModel model = withHabits(calibrator.calibrate(fit.fit(all, corrected), all), all, corrected);
        return new TrainedSections(model, corrected, folds, margins, calibrator);
    }

    /** A model of some of the articles, calibrated as the given one is and knowing no publisher; to measure the others. */
    SectionModel trainOn(int[] rows, TrainedSections calibrated) {
        SectionModel model = fit.fit(rows, calibrated.trainedWith());
        List<SectionDefinition> sections = IntStream.range(0, model.sections().size())
                .mapToObj(i -> {
                    SectionDefinition of = calibrated.model().sections().get(i);
                    return model.sections().get(i).with(of.calibration(), of.threshold());
                })
                .toList();
        return model.with(sections);
    }

    /** A model of some of the articles, calibrated by them alone and knowing their publishers; to measure the others. */
    SectionModel trainWholly(int[] rows, TrainedSections other) {
        SectionModel model = fit.fit(rows, other.trainedWith());
        return withHabits(other.calibrator().calibrate(model, rows), rows, other.trainedWith());
    }

    private SectionModel withHabits(SectionModel model, int[] rows, SectionLabels taught) {
        float[][] margins = new float[articles.size()][];
        long[] days = HeldOutDays.of(articles, rows);
        IntStream.range(0, PARTS).parallel().forEach(heldOut -> {
            progress.println("habits of publishers: part " + (heldOut + 1) + " of " + PARTS + " held out");
            int[] learned = IntStream.range(0, rows.length).filter(i -> part(days[i]) != heldOut).map(i -> rows[i])
                    .toArray();
            int[] others = IntStream.range(0, rows.length).filter(i -> part(days[i]) == heldOut).map(i -> rows[i])
                    .toArray();
            fillMargins(fit.fit(learned, taught), others, margins);
        });
        return model.with(new HabitTrainer(articles, labels, HabitTrainer.ENOUGH_ARTICLES)
                .learn(model, rows, margins));
    }

    private static long part(long day) {
        return Math.floorMod(Math.floorDiv(day, DAYS), PARTS);
    }

    SectionLabels labels() {
        return labels;
    }

    private float[][] heldOutMargins(SectionLabels taught, String pass) {
        float[][] margins = new float[articles.size()][];
        IntStream.range(0, folds.count()).parallel().forEach(fold -> {
            progress.println(pass + ": publishers of fold " + (fold + 1) + " of " + folds.count() + " held out");
            fillMargins(fit.fit(folds.outsideFold(fold), taught), folds.inFold(fold), margins);
        });
        return margins;
    }

    private void fillMargins(SectionModel model, int[] rows, float[][] margins) {
        for (int row : rows) {
            margins[row] = new float[model.sections().size()];
            LabelledArticle article = articles.get(row);
            model.margins(article.headline(), article.body(), article.edition(), margins[row]);
        }
    }

    /**
     * A trained model with what was learned on the way.
     *
     * @param model fitted to all articles
     * @param trainedWith the labels without those contradicted
     * @param folds the publishers held out together
     * @param margins of each article, from a model that had not seen its publisher
     * @param calibrator learned from these margins
     */
    record TrainedSections(
            SectionModel model,
            SectionLabels trainedWith,
            PublisherFolds folds,
            float[][] margins,
            SectionCalibrator calibrator) {}
}
