package news.dateline.enrich.section;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Chooses each section's calibration and threshold from margins of articles that the models had not seen.
 *
 * <p>Collections count by the square root of their size, so that a few thousand full texts are heard beside many times
 * as many snippets.
 */
final class SectionCalibrator {
    private static final double LOWEST_THRESHOLD = 0.2;
    private static final double HIGHEST_THRESHOLD = 0.6;
    private static final double THRESHOLD_STEP = 0.01;

    private final SectionLabels labels;
    private final float[][] margins;
    private final double[] weights;

    SectionCalibrator(List<LabelledArticle> articles, SectionLabels labels, float[][] margins) {
        this.labels = labels;
        this.margins = margins;
        Map<String, Integer> sizes = new HashMap<>();
        articles.forEach(article -> sizes.merge(article.collection(), 1, Integer::sum));
        weights = articles.stream()
                .mapToDouble(article -> 1 / Math.sqrt(sizes.get(article.collection())))
                .toArray();
        double mean = IntStream.range(0, weights.length).mapToDouble(i -> weights[i]).average().orElse(1);
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= mean;
        }
    }

    List<Calibration> calibrations(int[] rows) {
        List<Calibration> calibrations = new ArrayList<>();
        for (int section = 0; section < labels.sections().size(); section++) {
            int[] known = known(rows, section);
            double[] ofSection = new double[known.length];
            double[] weightOf = new double[known.length];
            boolean[] right = new boolean[known.length];
            for (int i = 0; i < known.length; i++) {
                ofSection[i] = margins[known[i]][section];
                weightOf[i] = weights[known[i]];
                right[i] = labels.isRight(known[i], section);
            }
            calibrations.add(Calibration.fit(ofSection, right, weightOf));
        }
        return calibrations;
    }

    /** The model with calibrations and thresholds learned from the rows. */
    SectionModel calibrate(SectionModel model, int[] rows) {
        List<Calibration> calibrations = calibrations(rows);
        List<SectionDefinition> sections = new ArrayList<>();
        for (int section = 0; section < calibrations.size(); section++) {
            Calibration calibration = calibrations.get(section);
            sections.add(model.sections().get(section).with(calibration, threshold(rows, section, calibration)));
        }
        return model.with(sections);
    }

    /** The one with the highest F1. */
    private double threshold(int[] rows, int section, Calibration calibration) {
        int[] known = known(rows, section);
        double best = -1;
        double bestThreshold = LOWEST_THRESHOLD;
        int steps = (int) Math.round((HIGHEST_THRESHOLD - LOWEST_THRESHOLD) / THRESHOLD_STEP);
        for (int step = 0; step <= steps; step++) {
            double threshold = LOWEST_THRESHOLD + step * THRESHOLD_STEP;
            double hit = 0;
            double missed = 0;
            double wrong = 0;
            for (int row : known) {
                boolean given = calibration.probability(margins[row][section]) >= threshold;
                boolean right = labels.isRight(row, section);
                hit += given && right ? weights[row] : 0;
                missed += !given && right ? weights[row] : 0;
                wrong += given && !right ? weights[row] : 0;
            }
            double score = 2 * hit / (2 * hit + missed + wrong + 1e-9);
            if (score > best) {
                best = score;
                bestThreshold = threshold;
            }
        }
        return bestThreshold;
    }

    private int[] known(int[] rows, int section) {
        return IntStream.of(rows).filter(row -> labels.isKnown(row, section)).toArray();
    }
}
