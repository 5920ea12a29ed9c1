package news.dateline.enrich.page;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Precision and recall of extracted texts as the article extraction benchmark counts them: runs of four words, each as often
 * as it stands there; means over the pages, and F1 of the means.
 */
public final class ShingleScore {
    private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final int RUN = 4;

    private double precisions;
    private double recalls;
    private int pages;

    /** Counts a page. */
    public void add(String expected, String extracted) {
        Map<String, Integer> wanted = runs(expected);
        Map<String, Integer> found = runs(extracted);
        Set<String> all = new HashSet<>(wanted.keySet());
        all.addAll(found.keySet());
        double right = 0;
        double toomuch = 0;
        double missed = 0;
        for (String run : all) {
            int want = wanted.getOrDefault(run, 0);
            int have = found.getOrDefault(run, 0);
            right += Math.min(want, have);
            toomuch += Math.max(0, have - want);
            missed += Math.max(0, want - have);
        }
        precisions += share(right, toomuch, missed);
        recalls += share(right, missed, toomuch);
        pages++;
    }

    private static double share(double right, double wrong, double other) {
        if (wrong == 0 && other == 0) {
            return 1;
        }
        return right + wrong == 0 ? 0 : right / (right + wrong);
    }

    private static Map<String, Integer> runs(String text) {
        List<String> words = WORD.matcher(text).results().map(MatchResult::group).toList();
        Map<String, Integer> runs = new HashMap<>();
        for (int i = 0; !words.isEmpty() && i < Math.max(1, words.size() - RUN + 1); i++) {
            runs.merge(String.join(" ", words.subList(i, Math.min(words.size(), i + RUN))), 1, Integer::sum);
        }
        return runs;
    }

    public double precision() {
        return pages == 0 ? 0 : precisions / pages;
    }

    public double recall() {
        return pages == 0 ? 0 : recalls / pages;
    }

    /** The harmonic mean of the two. */
    public double f1() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }

    public int pages() {
        return pages;
    }
}
