package news.dateline.enrich.section;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Learns how each publisher files differently from what its articles' text makes probable.
 *
 * <p>From margins of articles that the model had not seen, of publishers that it had: as it is for tomorrow's articles.
 * What is learned is shrunk towards no habit at all, words the least since each stands for little.
 */
final class HabitTrainer {
    /** Of a publisher with fewer labelled articles no habit is learned. */
    static final int ENOUGH_ARTICLES = 400;

    private static final int ENOUGH_KNOWN = 50;
    private static final int FEWEST_ARTICLES_OF_WORD = 3;
    private static final double RIDGE_OF_CONSTANT = 1;
    private static final double RIDGE_OF_MARGIN = 0.3;
    private static final double RIDGE_OF_WORD = 0.05;
    /** Words that matter less are left out; it costs .001 of macro-F1 and saves most of them. */
    private static final double LEAST_WEIGHT = 0.3;
    private static final int MOST_POSITIVE = 127;

    private final List<LabelledArticle> articles;
    private final SectionLabels labels;
    private final int enoughArticles;

    HabitTrainer(List<LabelledArticle> articles, SectionLabels labels, int enoughArticles) {
        this.articles = articles;
        this.labels = labels;
        this.enoughArticles = enoughArticles;
    }

    /** The habits of all publishers of the rows that have enough articles. */
    PublisherHabits learn(SectionModel model, int[] rows, float[][] margins) {
        Map<String, List<Integer>> byPublisher = new TreeMap<>();
        for (int row : rows) {
            byPublisher.computeIfAbsent(articles.get(row).publisher(), p -> new ArrayList<>()).add(row);
        }
        List<PublisherHabit> habits = byPublisher.entrySet().parallelStream()
                .filter(entry -> entry.getValue().stream()
                        .filter(row -> !articles.get(row).sections().isEmpty()).count() >= enoughArticles)
                .map(entry -> habit(entry.getKey(), model,
                        entry.getValue().stream().mapToInt(Integer::intValue).toArray(), margins))
                .toList();
        return new PublisherHabits(habits);
    }

    private PublisherHabit habit(String publisher, SectionModel model, int[] rows, float[][] margins) {
        int sections = labels.sections().size();
        int[][] columns = new int[rows.length][];
        float[][] values = new float[rows.length][];
        int[] features = read(model, rows, margins, columns, values);
        double[] ridge = new double[1 + sections + features.length];
        Arrays.fill(ridge, RIDGE_OF_WORD);
        Arrays.fill(ridge, 1, 1 + sections, RIDGE_OF_MARGIN);
        ridge[0] = RIDGE_OF_CONSTANT;
        double[][] learned = new double[sections][];
        for (int section = 0; section < sections; section++) {
            learned[section] = learn(model.sections().get(section).calibration(), rows, section, margins, columns,
                    values, ridge);
        }
        return quantised(publisher, learned, features);
    }

    private double[] learn(Calibration calibration, int[] rows, int section, float[][] margins, int[][] columns,
            float[][] values, double[] ridge) {
        int[] known = IntStream.range(0, rows.length).filter(i -> labels.isKnown(rows[i], section)).toArray();
        if (known.length < ENOUGH_KNOWN) {
            return new double[ridge.length];
        }
        double[] offsets = new double[known.length];
        boolean[] right = new boolean[known.length];
        int[][] columnsOf = new int[known.length][];
        float[][] valuesOf = new float[known.length][];
        for (int i = 0; i < known.length; i++) {
            offsets[i] = calibration.slope() * margins[rows[known[i]]][section] + calibration.offset();
            right[i] = labels.isRight(rows[known[i]], section);
            columnsOf[i] = columns[known[i]];
            valuesOf[i] = values[known[i]];
        }
        return new HabitFit(columnsOf, valuesOf, offsets, right, ridge).fit();
    }

    /** Fills in each row's columns (1, the margins, its words); returns the features that the words' columns stand for. */
    private int[] read(SectionModel model, int[] rows, float[][] margins, int[][] columns, float[][] values) {
        int[] articlesOf = new int[model.weights().size()];
        for (int i = 0; i < rows.length; i++) {
            LabelledArticle article = articles.get(rows[i]);
            KnownWords words = model.words(article.headline(), article.body());
            columns[i] = new int[words.size()];
            values[i] = new float[words.size()];
            for (int n = 0; n < words.size(); n++) {
                columns[i][n] = words.feature(n);
                values[i][n] = words.value(n) * words.unit();
                articlesOf[words.feature(n)]++;
            }
        }
        int[] features = IntStream.range(0, articlesOf.length)
                .filter(feature -> articlesOf[feature] >= FEWEST_ARTICLES_OF_WORD).toArray();
        int[] columnOf = new int[articlesOf.length];
        int before = 1 + labels.sections().size();
        for (int i = 0; i < features.length; i++) {
            columnOf[features[i]] = before + i;
        }
        for (int i = 0; i < rows.length; i++) {
            int[] found = columns[i];
            float[] valueOf = values[i];
            int[] kept = IntStream.range(0, found.length).filter(n -> columnOf[found[n]] > 0).toArray();
            columns[i] = new int[before + kept.length];
            values[i] = new float[columns[i].length];
            values[i][0] = 1;
            for (int section = 1; section < before; section++) {
                columns[i][section] = section;
                values[i][section] = margins[rows[i]][section - 1];
            }
            for (int n = 0; n < kept.length; n++) {
                columns[i][before + n] = columnOf[found[kept[n]]];
                values[i][before + n] = valueOf[kept[n]];
            }
        }
        return features;
    }

    private static PublisherHabit quantised(String publisher, double[][] learned, int[] features) {
        int sections = learned.length;
        int before = 1 + sections;
        float[] constants = new float[sections];
        float[] ofMargins = new float[sections * sections];
        float[] scales = new float[sections];
        for (int section = 0; section < sections; section++) {
            constants[section] = (float) learned[section][0];
            double largest = LEAST_WEIGHT;
            for (int i = 0; i < learned[section].length; i++) {
                if (i >= before) {
                    largest = Math.max(largest, Math.abs(learned[section][i]));
                } else if (i > 0) {
                    ofMargins[section * sections + i - 1] = (float) learned[section][i];
                }
            }
            scales[section] = (float) (largest / MOST_POSITIVE);
        }
        int[] kept = IntStream.range(0, features.length).filter(i -> Arrays.stream(learned)
                .anyMatch(of -> Math.abs(of[before + i]) >= LEAST_WEIGHT)).toArray();
        byte[] weights = new byte[kept.length * sections];
        for (int n = 0; n < kept.length; n++) {
            for (int section = 0; section < sections; section++) {
                double weight = learned[section][before + kept[n]];
                weights[n * sections + section] = (byte) (Math.abs(weight) < LEAST_WEIGHT
                        ? 0
                        : Math.round(weight / scales[section]));
            }
        }
        return new PublisherHabit(publisher, constants, ofMargins, scales,
                IntStream.of(kept).map(i -> features[i]).toArray(), weights);
    }
}
