package news.dateline.enrich.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Fits one linear classifier for each section, and quantises their weights to 8 bits. */
final class LinearFit {
    private static final int MOST_POSITIVE = 127;

    private final HashedArticles corpus;
    private final TrainingSettings settings;

    LinearFit(HashedArticles corpus, TrainingSettings settings) {
        this.corpus = corpus;
        this.settings = settings;
    }

    /** A model of the given articles, not yet calibrated. */
    SectionModel fit(int[] rows, SectionLabels labels) {
        Vocabulary vocabulary = Vocabulary.choose(corpus, rows, settings.mostFeatures());
        if (vocabulary.size() == 0) {
            throw new IllegalArgumentException("the articles have no words in common to learn from");
        }
        int features = vocabulary.size();
        int sectionCount = labels.sections().size();
        float[] solved = solve(rows, vocabulary, labels);
        float[] traits = new float[Abroad.TRAITS * sectionCount];
        byte[] weights = new byte[features * sectionCount];
        List<SectionDefinition> sections = new ArrayList<>();
        for (int section = 0; section < sectionCount; section++) {
            float scale = quantise(solved, features, weights, section, sectionCount);
            String name = labels.sections().get(section);
            for (int trait = 0; trait < Abroad.TRAITS; trait++) {
                traits[trait * sectionCount + section] = solved[(features + 1 + trait) * sectionCount + section]
                        + (name.equals(SectionNames.WORLD) ? Abroad.worldPrior(trait) : 0);
            }
            sections.add(new SectionDefinition(name, SectionNames.mediaTopic(name),
                    solved[features * sectionCount + section], scale, Calibration.NONE, 0.5));
        }
        return new SectionModel(sections, vocabulary.weights(weights),
                new AbroadWeights(corpus.placeNames(), traits), PublisherHabits.NONE, Set.of(settings.language()));
    }

    /**
     * The weights of all features, the bias, and the weights of the traits; zeros where the articles know one side.
     */
    private float[] solve(int[] rows, Vocabulary vocabulary, SectionLabels labels) {
        int sections = labels.sections().size();
        int features = vocabulary.size();
        int[] starts = new int[rows.length + 1];
        for (int i = 0; i < rows.length; i++) {
            starts[i + 1] = starts[i] + corpus.terms(rows[i]).length + 1 + corpus.traits(rows[i]).length;
        }
        int[] columns = new int[starts[rows.length]];
        float[] values = new float[columns.length];
        for (int i = 0; i < rows.length; i++) {
            starts[i + 1] = read(rows[i], vocabulary, columns, values, starts[i]);
        }
        byte[] sides = new byte[rows.length * sections];
        double[] costs = new double[sections];
        float[] biases = new float[sections];
        for (int section = 0; section < sections; section++) {
            int right = 0;
            int wrong = 0;
            for (int i = 0; i < rows.length; i++) {
                byte side = side(labels, rows[i], section);
                sides[i * sections + section] = side;
                right += side > 0 ? 1 : 0;
                wrong += side < 0 ? 1 : 0;
            }
            costs[section] = settings.cost() * Math.pow((double) wrong / Math.max(1, right), settings.balance());
            if (right == 0 || wrong == 0) {
                biases[section] = right == 0 ? -1 : 1;
                for (int i = 0; i < rows.length; i++) {
                    sides[i * sections + section] = 0;
                }
            }
        }
        NaiveBayes words = new NaiveBayes(starts, columns, values, sides, sections, features);
        float[] solved = new SectionSolver(starts, columns, values, sides, sections)
                .solve(words.weights(features + 1 + Abroad.TRAITS), words.withoutOwnLabels(), costs, settings.cost(),
                        settings.seed());
        for (int section = 0; section < sections; section++) {
            solved[features * sections + section] += biases[section];
        }
        return solved;
    }

    /** Writes the row's columns and values, beginning at a position; returns where the next row begins. */
    private int read(int row, Vocabulary vocabulary, int[] columns, float[] values, int from) {
        int[] terms = corpus.terms(row);
        int[] counts = corpus.counts(row);
        int at = from;
        double squares = 0;
        for (int i = 0; i < terms.length; i++) {
            int feature = vocabulary.feature(terms[i]);
            if (feature >= 0) {
                columns[at] = feature;
                values[at] = SectionModel.termFrequency(counts[i]) * vocabulary.idf(feature);
                squares += values[at] * values[at];
                at++;
            }
        }
        for (int i = from; i < at; i++) {
            values[i] /= (float) Math.sqrt(squares);
        }
        columns[at] = vocabulary.size();
        values[at++] = 1;
        for (int trait : corpus.traits(row)) {
            columns[at] = vocabulary.size() + 1 + trait;
            values[at++] = Abroad.VALUE;
        }
        return at;
    }

    /**
     * Whether a section is taught as right (1) or wrong (-1), or not at all (0).
     *
     * <p>World is taught as wrong in every second article about which its publisher left it in doubt: a publisher that
     * files under Politics says a little against World, but less than it says against Sport. What is World may be
     * Politics all the same.
     */
    private static byte side(SectionLabels labels, int row, int section) {
        if (labels.isKnown(row, section)) {
            return (byte) (labels.isRight(row, section) ? 1 : -1);
        }
        boolean againstWorld = labels.isDoubtful(row, section) && row % 2 == 0
                && labels.sections().get(section).equals(SectionNames.WORLD);
        return (byte) (againstWorld ? -1 : 0);
    }

    private static float quantise(float[] solved, int features, byte[] weights, int section, int sectionCount) {
        double largest = 1e-6;
        for (int feature = 0; feature < features; feature++) {
            largest = Math.max(largest, Math.abs(solved[feature * sectionCount + section]));
        }
        float scale = (float) (largest / MOST_POSITIVE);
        for (int feature = 0; feature < features; feature++) {
            weights[feature * sectionCount + section] = (byte) Math
                    .round(solved[feature * sectionCount + section] / scale);
        }
        return scale;
    }
}
