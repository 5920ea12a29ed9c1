package news.dateline.enrich.section;

/**
 * How much more often a word stands in articles of a section than in others: naive Bayes, word by word.
 *
 * <p>A fit of all words together has little to say of one that stood in a few articles, since the others explain these as
 * well. Here is where such a fit begins, and what it is drawn back to (after Wang and Manning, 2012).
 */
final class NaiveBayes {
    /** Of what a word adds to the log odds, so much is added to the margin. */
    private static final double SHARE = 0.1;
    /** Of all articles, so many are counted beside a word's own. */
    private static final double SMOOTHING = 40;

    private final int[] starts;
    private final int[] columns;
    private final float[] values;
    private final byte[] sides;
    private final int sections;
    private final int words;
    private final int[] right;
    private final int[] wrong;
    /** Of each section, the share of articles that are right. */
    private final double[] shares;

    /**
     * Rows, columns and sides are those of {@link SectionSolver}.
     *
     * @param words how many columns are words; those behind are not counted
     */
    NaiveBayes(int[] starts, int[] columns, float[] values, byte[] sides, int sections, int words) {
        this.starts = starts;
        this.columns = columns;
        this.values = values;
        this.sides = sides;
        this.sections = sections;
        this.words = words;
        right = new int[words * sections];
        wrong = new int[words * sections];
        shares = new double[sections];
        count();
    }

    private void count() {
        int[] taught = new int[sections];
        int[] all = new int[sections];
        for (int row = 0; row + 1 < starts.length; row++) {
            for (int section = 0; section < sections; section++) {
                int side = sides[row * sections + section];
                taught[section] += side > 0 ? 1 : 0;
                all[section] += side == 0 ? 0 : 1;
                for (int i = starts[row]; side != 0 && i < starts[row + 1]; i++) {
                    if (columns[i] < words) {
                        (side > 0 ? right : wrong)[columns[i] * sections + section]++;
                    }
                }
            }
        }
        for (int section = 0; section < sections; section++) {
            shares[section] = taught[section] / (double) Math.max(1, all[section]);
        }
    }

    /**
     * The weight of each word, a row of one for each section.
     *
     * @param width how many columns there are; those that are no words weigh nothing
     */
    float[] weights(int width) {
        float[] weights = new float[width * sections];
        for (int at = 0; at < right.length; at++) {
            weights[at] = (float) weight(right[at], wrong[at], shares[at % sections]);
        }
        return weights;
    }

    /** For each row and section, what its margin lacks without the row's own label, which nobody knows of a new article. */
    float[] withoutOwnLabels() {
        float[] changes = new float[sides.length];
        for (int row = 0; row + 1 < starts.length; row++) {
            for (int section = 0; section < sections; section++) {
                int side = sides[row * sections + section];
                double sum = 0;
                for (int i = starts[row]; side != 0 && i < starts[row + 1]; i++) {
                    if (columns[i] < words) {
                        int at = columns[i] * sections + section;
                        double others = side > 0
                                ? weight(right[at] - 1, wrong[at], shares[section])
                                : weight(right[at], wrong[at] - 1, shares[section]);
                        sum += values[i] * (others - weight(right[at], wrong[at], shares[section]));
                    }
                }
                changes[row * sections + section] = (float) sum;
            }
        }
        return changes;
    }

    /** Nothing in a section of which one side alone is known. */
    private static double weight(int right, int wrong, double share) {
        return share == 0 || share == 1
                ? 0
                : SHARE * Math.log((right / share + SMOOTHING) / (wrong / (1 - share) + SMOOTHING));
    }
}
