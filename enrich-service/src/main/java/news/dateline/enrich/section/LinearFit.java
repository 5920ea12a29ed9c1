package news.dateline.enrich.section;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Fits one linear classifier for each section with LIBLINEAR, and quantises their weights to 8 bits. */
final class LinearFit {
    private static final double TOLERANCE = 0.1;
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
        Feature[][] vectors = new Feature[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            vectors[i] = vector(rows[i], vocabulary);
        }
        int sectionCount = labels.sections().size();
        double[][] solved = IntStream.range(0, sectionCount)
                .mapToObj(section -> solve(rows, vectors, vocabulary.size(), labels, section))
                .toArray(double[][]::new);
        float[] traits = new float[Abroad.TRAITS * sectionCount];
        byte[] weights = new byte[vocabulary.size() * sectionCount];
        List<SectionDefinition> sections = new ArrayList<>();
        for (int section = 0; section < sectionCount; section++) {
            float scale = quantise(solved[section], vocabulary.size(), weights, section, sectionCount);
            String name = labels.sections().get(section);
            for (int trait = 0; trait < Abroad.TRAITS; trait++) {
                traits[trait * sectionCount + section] = (float) solved[section][vocabulary.size() + 1 + trait]
                        + (name.equals(SectionNames.WORLD) ? Abroad.worldPrior(trait) : 0);
            }
            sections.add(new SectionDefinition(name, SectionNames.mediaTopic(name),
                    (float) solved[section][vocabulary.size()], scale, Calibration.NONE, 0.5));
        }
        return new SectionModel(sections, vocabulary.weights(weights),
                new AbroadWeights(corpus.placeNames(), traits), PublisherHabits.NONE, Set.of(settings.language()));
    }

    private Feature[] vector(int row, Vocabulary vocabulary) {
        int[] terms = corpus.terms(row);
        int[] counts = corpus.counts(row);
        double[] values = new double[terms.length];
        int size = 0;
        double squares = 0;
        for (int i = 0; i < terms.length; i++) {
            int feature = vocabulary.feature(terms[i]);
            if (feature >= 0) {
                values[i] = SectionModel.termFrequency(counts[i]) * vocabulary.idf(feature);
                squares += values[i] * values[i];
                size++;
            }
        }
        int[] traits = corpus.traits(row);
        Feature[] vector = new Feature[size + 1 + traits.length];
        int at = 0;
        for (int i = 0; i < terms.length; i++) {
            int feature = vocabulary.feature(terms[i]);
            if (feature >= 0) {
                vector[at++] = new FeatureNode(feature + 1, values[i] / Math.sqrt(squares));
            }
        }
        vector[at++] = new FeatureNode(vocabulary.size() + 1, 1);
        for (int trait : traits) {
            vector[at++] = new FeatureNode(vocabulary.size() + 2 + trait, Abroad.VALUE);
        }
        return vector;
    }

    /**
     * The weights of all features, the bias, and the weights of the traits; zeros where the articles know one side.
     *
     * <p>World is taught as wrong in every second article about which its publisher left it in doubt: a publisher that
     * files under Politics says a little against World, but less than it says against Sport. What is World may be
     * Politics all the same.
     */
    private double[] solve(int[] rows, Feature[][] vectors, int features, SectionLabels labels, int section) {
        int[] known = IntStream.range(0, rows.length).filter(i -> isTaught(labels, rows[i], section)).toArray();
        Problem problem = new Problem();
        problem.l = known.length;
        int width = features + 1 + Abroad.TRAITS;
        problem.n = width;
        problem.bias = -1;
        problem.x = new Feature[known.length][];
        problem.y = new double[known.length];
        int right = 0;
        for (int i = 0; i < known.length; i++) {
            problem.x[i] = vectors[known[i]];
            boolean isRight = labels.isRight(rows[known[i]], section);
            problem.y[i] = isRight ? 1 : -1;
            right += isRight ? 1 : 0;
        }
        if (right == 0 || right == known.length) {
            double[] unknown = new double[width];
            unknown[features] = right == 0 ? -1 : 1;
            return unknown;
        }
        double ratio = (double) (known.length - right) / right;
        Parameter parameter = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, settings.cost(), TOLERANCE);
        parameter.setWeights(new double[]{Math.pow(ratio, settings.balance()), 1}, new int[]{1, -1});
        parameter.setRandom(new Random(settings.seed() + section));
        Linear.disableDebugOutput();
        Model model = Linear.train(problem, parameter);
        double sign = model.getLabels()[0];
        double[] weights = model.getFeatureWeights();
        for (int feature = 0; feature < width; feature++) {
            weights[feature] *= sign;
        }
        return weights;
    }

    private static boolean isTaught(SectionLabels labels, int row, int section) {
        return labels.isKnown(row, section)
                || (labels.isDoubtful(row, section) && row % 2 == 0
                        && labels.sections().get(section).equals(SectionNames.WORLD));
    }

    private static float quantise(double[] solved, int features, byte[] weights, int section, int sectionCount) {
        double largest = 1e-6;
        for (int feature = 0; feature < features; feature++) {
            largest = Math.max(largest, Math.abs(solved[feature]));
        }
        float scale = (float) (largest / MOST_POSITIVE);
        for (int feature = 0; feature < features; feature++) {
            weights[feature * sectionCount + section] = (byte) Math.round(solved[feature] / scale);
        }
        return scale;
    }
}
