package news.dateline.enrich.section;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Learns where each publisher files what its articles' text makes probable, from the sections that it gave itself.
 *
 * <p>From margins of articles that the model had not seen, of publishers that it had: as it is for tomorrow's articles.
 * What is learned is shrunk towards no habit at all, words the least since each stands for little. They are also counted one
 * by one ({@link FiledWords}).
 */
final class HabitTrainer {
    /** Of a publisher with fewer labelled articles no habit is learned. */
    static final int ENOUGH_ARTICLES = 100;

    /** An aggregator's sections are not its publishers'; the full texts are older by fifteen years. */
    private static final Set<String> NOT_OF_PUBLISHERS = Set.of(TrainingData.AGGREGATOR_CATEGORIES,
            TrainingData.BBC_FULL_TEXT);
    private static final int FEWEST_ARTICLES_OF_WORD = 2;
    private static final int FEWEST_ARTICLES_OF_FURNITURE = 6;
    private static final double RIDGE_OF_CONSTANT = 1;
    private static final double RIDGE_OF_MARGIN = 0.3;
    private static final double RIDGE_OF_COUNTED = 1;
    private static final double RIDGE_OF_WORD = 0.03;
    private static final double RIDGE_OF_FURNITURE = 0.01;
    /** Words that matter less are left out: nearly half of them, which would be looked up in vain. */
    private static final double LEAST_WEIGHT = 0.6;
    private static final int MOST_POSITIVE = 127;

    private final List<LabelledArticle> articles;
    private final SectionLabels labels;
    private final int enoughArticles;
    private final int sections;

    HabitTrainer(List<LabelledArticle> articles, SectionLabels labels, int enoughArticles) {
        this.articles = articles;
        this.labels = labels;
        this.enoughArticles = enoughArticles;
        sections = labels.sections().size();
    }

    /** The habits of all publishers of the rows that have enough articles. */
    PublisherHabits learn(SectionModel model, int[] rows, float[][] margins) {
        Map<String, List<Integer>> byPublisher = new TreeMap<>();
        for (int row : rows) {
            LabelledArticle article = articles.get(row);
            if (!article.sections().isEmpty() && !NOT_OF_PUBLISHERS.contains(article.collection())) {
                byPublisher.computeIfAbsent(article.publisher(), p -> new ArrayList<>()).add(row);
            }
        }
        return new PublisherHabits(byPublisher.entrySet().parallelStream()
                .filter(entry -> entry.getValue().size() >= enoughArticles)
                .map(entry -> habit(entry.getKey(), model,
                        entry.getValue().stream().mapToInt(Integer::intValue).toArray(), margins))
                .toList());
    }

    /** The rows of a fit: of each the columns that are not 0, and their values. */
    private record Sparse(int[][] columns, float[][] values) {
        void add(int row, int column, float value) {
            int size = columns[row].length;
            columns[row] = Arrays.copyOf(columns[row], size + 1);
            values[row] = Arrays.copyOf(values[row], size + 1);
            columns[row][size] = column;
            values[row][size] = value;
        }
    }

    private PublisherHabit habit(String publisher, SectionModel model, int[] rows, float[][] margins) {
        Sparse sparse = new Sparse(new int[rows.length][], new float[rows.length][]);
        int[] features = readWords(model, rows, sparse);
        int[] furniture = furniture(rows);
        int words = 1 + sections;
        int marks = words + features.length;
        int counts = marks + furniture.length;
        double[][] offsets = new double[rows.length][];
        double[][] shares = new double[rows.length][];
        int[][] numbers = new int[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            offsets[i] = offsets(model, rows[i], margins[rows[i]]);
            shares[i] = shares(rows[i]);
            numbers[i] = IntStream.of(sparse.columns[i]).map(column -> column - words).toArray();
        }
        FiledWords filed = new FiledWords(numbers, shares, features.length);
        double[][] counted = filed.heldOut(sparse.values, HeldOutDays.of(articles, rows));
        for (int i = 0; i < rows.length; i++) {
            sparse.add(i, 0, 1);
            for (int section = 0; section < sections; section++) {
                sparse.add(i, 1 + section, margins[rows[i]][section]);
            }
            for (int mark : marks(articles.get(rows[i]), furniture)) {
                sparse.add(i, marks + mark, HabitTable.VALUE_OF_FURNITURE);
            }
            for (int section = 0; section < sections; section++) {
                sparse.add(i, counts + section, (float) counted[i][section]);
            }
        }
        double[] ridge = new double[counts + sections];
        ridge[0] = RIDGE_OF_CONSTANT;
        Arrays.fill(ridge, 1, words, RIDGE_OF_MARGIN);
        Arrays.fill(ridge, words, marks, RIDGE_OF_WORD);
        Arrays.fill(ridge, marks, counts, RIDGE_OF_FURNITURE);
        Arrays.fill(ridge, counts, ridge.length, RIDGE_OF_COUNTED);
        double[] learned = new HabitFit(sparse.columns, sparse.values, offsets, shares, ridge).fit();
        addCounted(learned, filed, words, features.length, counts);
        return quantised(publisher, learned, features, furniture);
    }

    /** What words count by themselves is linear in them too, and so becomes part of their weights. */
    private void addCounted(double[] learned, FiledWords filed, int words, int width, int counts) {
        for (int word = 0; word < width; word++) {
            double[] logOdds = filed.logOdds(word);
            for (int section = 0; section < sections; section++) {
                for (int other = 0; other < sections; other++) {
                    learned[(words + word) * sections + section] += logOdds[other]
                            * learned[(counts + other) * sections + section];
                }
            }
        }
    }

    /** The text's own log odds; a section that the collection never gives is none that it could have been filed under. */
    private double[] offsets(SectionModel model, int row, float[] margins) {
        Set<String> given = labels.sectionsOf(articles.get(row).collection());
        double[] offsets = new double[sections];
        for (int section = 0; section < sections; section++) {
            offsets[section] = given.contains(labels.sections().get(section))
                    ? model.sections().get(section).calibration().logOdds(margins[section])
                    : Double.NEGATIVE_INFINITY;
        }
        return offsets;
    }

    private double[] shares(int row) {
        double[] shares = new double[sections];
        for (int section = 0; section < sections; section++) {
            shares[section] = labels.isRight(row, section) ? 1.0 / articles.get(row).sections().size() : 0;
        }
        return shares;
    }

    /** Fills in each row's words; returns the features that are frequent enough, and makes them columns. */
    private int[] readWords(SectionModel model, int[] rows, Sparse sparse) {
        int[][] columns = sparse.columns;
        float[][] values = sparse.values;
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
        for (int i = 0; i < features.length; i++) {
            columnOf[features[i]] = 1 + sections + i;
        }
        for (int i = 0; i < rows.length; i++) {
            int[] found = columns[i];
            float[] valueOf = values[i];
            int[] kept = IntStream.range(0, found.length).filter(n -> columnOf[found[n]] > 0).toArray();
            columns[i] = IntStream.of(kept).map(n -> columnOf[found[n]]).toArray();
            values[i] = new float[kept.length];
            for (int n = 0; n < kept.length; n++) {
                values[i][n] = valueOf[kept[n]];
            }
        }
        return features;
    }

    /** The hashes of the furniture that is frequent enough, ascending. */
    private int[] furniture(int[] rows) {
        Map<Integer, Integer> articlesOf = new TreeMap<>();
        for (int row : rows) {
            articles.get(row).furniture().forEach(key -> articlesOf.merge(Furniture.hash(key), 1, Integer::sum));
        }
        return articlesOf.entrySet().stream().filter(entry -> entry.getValue() >= FEWEST_ARTICLES_OF_FURNITURE)
                .mapToInt(Map.Entry::getKey).toArray();
    }

    /** Numbers of the furniture that an article has, each once, ascending. */
    private static int[] marks(LabelledArticle article, int[] furniture) {
        return article.furniture().stream().mapToInt(key -> Arrays.binarySearch(furniture, Furniture.hash(key)))
                .filter(mark -> mark >= 0).sorted().distinct().toArray();
    }

    private PublisherHabit quantised(String publisher, double[] learned, int[] features, int[] furniture) {
        int before = 1 + sections;
        float[] constants = new float[sections];
        float[] ofMargins = new float[sections * sections];
        float[] scales = new float[sections];
        for (int section = 0; section < sections; section++) {
            constants[section] = (float) learned[section];
            for (int other = 0; other < sections; other++) {
                ofMargins[section * sections + other] = (float) learned[(1 + other) * sections + section];
            }
            double largest = LEAST_WEIGHT;
            for (int i = 0; i < features.length; i++) {
                largest = Math.max(largest, Math.abs(learned[(before + i) * sections + section]));
            }
            scales[section] = (float) (largest / MOST_POSITIVE);
        }
        int[] kept = IntStream.range(0, features.length).filter(i -> IntStream.range(0, sections)
                .anyMatch(section -> Math.abs(learned[(before + i) * sections + section]) >= LEAST_WEIGHT)).toArray();
        byte[] weights = new byte[kept.length * sections];
        for (int n = 0; n < kept.length; n++) {
            for (int section = 0; section < sections; section++) {
                double weight = learned[(before + kept[n]) * sections + section];
                weights[n * sections + section] = (byte) (Math.abs(weight) < LEAST_WEIGHT
                        ? 0
                        : Math.round(weight / scales[section]));
            }
        }
        float[] ofFurniture = new float[furniture.length * sections];
        int from = (before + features.length) * sections;
        for (int i = 0; i < ofFurniture.length; i++) {
            ofFurniture[i] = (float) (learned[from + i] * HabitTable.VALUE_OF_FURNITURE);
        }
        return new PublisherHabit(publisher, constants, ofMargins, scales,
                IntStream.of(kept).map(i -> features[i]).toArray(), weights, furniture, ofFurniture);
    }
}
