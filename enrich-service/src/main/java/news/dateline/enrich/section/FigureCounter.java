package news.dateline.enrich.section;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Counts {@link SectionFigures}, article by article. */
final class FigureCounter {
    private static final int BINS = 10;

    private final SectionLabels labels;
    private final int[] hits;
    private final int[] wrongs;
    private final int[] misses;
    private final double[] binScores = new double[BINS];
    private final int[] binRights = new int[BINS];
    private final int[] binSizes = new int[BINS];
    private int articles;
    private int firstRight;
    private int amongGiven;
    private int given;
    private int silent;

    FigureCounter(SectionLabels labels) {
        this.labels = labels;
        hits = new int[labels.sections().size()];
        wrongs = new int[hits.length];
        misses = new int[hits.length];
    }

    /**
     * Counts the article; where several sections are right, any of them may come first.
     *
     * @param measured numbers of the sections that the article's collection gives: the first label is one of them
     */
    void add(int article, int[] measured, Judgement judged) {
        double[] scores = judged.scores();
        boolean[] isGiven = judged.given();
        boolean rightGiven = false;
        int givenBefore = given;
        boolean anyRight = false;
        for (int section = 0; section < scores.length; section++) {
            if (labels.isKnown(article, section)) {
                int bin = (int) Math.min(BINS - 1, scores[section] * BINS);
                binScores[bin] += scores[section];
                binSizes[bin]++;
                binRights[bin] += labels.isRight(article, section) ? 1 : 0;
            }
            given += isGiven[section] ? 1 : 0;
            anyRight |= labels.isRight(article, section);
            rightGiven |= isGiven[section] && labels.isRight(article, section);
        }
        articles++;
        silent += given == givenBefore ? 1 : 0;
        if (!anyRight) {
            return;
        }
        amongGiven += rightGiven ? 1 : 0;
        int first = mostLikely(measured, scores);
        if (labels.isRight(article, first)) {
            firstRight++;
            hits[first]++;
        } else {
            wrongs[first]++;
            misses[mostLikely(IntStream.of(measured).filter(s -> labels.isRight(article, s)).toArray(), scores)]++;
        }
    }

    SectionFigures figures() {
        Map<String, Double> f1 = new TreeMap<>();
        double sum = 0;
        int labelled = 0;
        for (int section = 0; section < hits.length; section++) {
            int any = hits[section] + misses[section];
            labelled += any;
            if (any > 0) {
                double of = 2.0 * hits[section] / (2.0 * hits[section] + wrongs[section] + misses[section]);
                f1.put(labels.sections().get(section), of);
                sum += of;
            }
        }
        double error = 0;
        int pairs = IntStream.of(binSizes).sum();
        for (int bin = 0; bin < BINS; bin++) {
            error += Math.abs(binScores[bin] - binRights[bin]) / Math.max(1, pairs);
        }
        return new SectionFigures(articles, sum / Math.max(1, f1.size()), share(firstRight, labelled),
                share(amongGiven, labelled), share(given, articles), share(silent, articles), error, f1);
    }

    private static double share(int part, int whole) {
        return (double) part / Math.max(1, whole);
    }

    private static int mostLikely(int[] sections, double[] scores) {
        int best = sections[0];
        for (int section : sections) {
            best = scores[section] > scores[best] ? section : best;
        }
        return best;
    }
}
