package news.dateline.enrich.section;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How much more often a publisher files an article under each section where a word stands in it: naive Bayes, word by
 * word.
 *
 * <p>A fit of all words together has little to say of one that stood in two articles, since the others explain them as
 * well. Counted by itself each says its part.
 */
final class FiledWords {
    /** Of the publisher's articles altogether, so many are counted beside a word's own. */
    private static final double SMOOTHING = 6;
    /** Articles of the same day and of the next ones tell nothing of an article as it will be tomorrow. */
    private static final int NEAR_DAYS = 1;

    private final int[][] words;
    private final double[][] shares;
    private final int sections;
    private final double[] counts;
    private final double[] all;

    /**
     * @param words for each article, the numbers of its words
     * @param shares for each article, how much of it each section has
     * @param width how many different words there are
     */
    FiledWords(int[][] words, double[][] shares, int width) {
        this.words = words;
        this.shares = shares;
        sections = shares[0].length;
        counts = new double[width * sections];
        all = new double[sections];
        IntStream.range(0, words.length).forEach(article -> count(article, 1));
    }

    /** What a word adds to the log odds of each section, of all articles. */
    double[] logOdds(int word) {
        double sum = Arrays.stream(all).sum() + sections;
        double ofWord = SMOOTHING;
        for (int section = 0; section < sections; section++) {
            ofWord += counts[word * sections + section];
        }
        double[] logOdds = new double[sections];
        for (int section = 0; section < sections; section++) {
            double expected = (all[section] + 1) / sum;
            logOdds[section] = Math.log((counts[word * sections + section] + SMOOTHING * expected)
                    / (ofWord * expected));
        }
        return logOdds;
    }

    /** What each article's words add up to, as told by articles that were not published near it. */
    double[][] heldOut(float[][] values, long[] days) {
        double[][] sums = new double[words.length][sections];
        for (long day : Arrays.stream(days).distinct().sorted().toArray()) {
            int[] near = IntStream.range(0, days.length).filter(i -> Math.abs(days[i] - day) <= NEAR_DAYS).toArray();
            IntStream.of(near).forEach(article -> count(article, -1));
            IntStream.of(near).filter(article -> days[article] == day).forEach(article -> {
                for (int i = 0; i < words[article].length; i++) {
                    double[] logOdds = logOdds(words[article][i]);
                    for (int section = 0; section < sections; section++) {
                        sums[article][section] += values[article][i] * logOdds[section];
                    }
                }
            });
            IntStream.of(near).forEach(article -> count(article, 1));
        }
        return sums;
    }

    private void count(int article, int times) {
        for (int section = 0; section < sections; section++) {
            double share = times * shares[article][section];
            all[section] += share;
            for (int word : share == 0 ? new int[0] : words[article]) {
                counts[word * sections + section] += share;
            }
        }
    }
}
