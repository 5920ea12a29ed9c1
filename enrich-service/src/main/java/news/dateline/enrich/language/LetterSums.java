package news.dateline.enrich.language;

/**
 * What the letters of a text speak for: a sum for each language, of the text and of either part of it.
 *
 * <p>A run of letters counts once, however often it stands in a text. So what is added up is kept apart by the parts that a run
 * stands in, and each row is added once for the text and for both of its parts.
 */
final class LetterSums {
    static final int FIRST = 1;
    static final int SECOND = 2;
    /** Across the cut. */
    static final int BETWEEN = 4;
    static final int WHOLE = FIRST | SECOND | BETWEEN;

    private final float[][] sums;

    LetterSums(int languages) {
        sums = new float[WHOLE + 1][languages];
    }

    /** Of the runs that stand in these parts and in no other. */
    float[] of(int parts) {
        return sums[parts];
    }

    /** How likely some parts together are in each language; 1 in all. */
    double[] confidences(int parts) {
        double[] confidences = new double[sums[0].length];
        double all = 0;
        for (int i = 0; i < confidences.length; i++) {
            double sum = 0;
            for (int some = 1; some < sums.length; some++) {
                sum += (some & parts) == 0 ? 0 : sums[some][i];
            }
            confidences[i] = Math.exp(sum);
            all += confidences[i];
        }
        for (int i = 0; i < confidences.length; i++) {
            confidences[i] /= all;
        }
        return confidences;
    }
}
