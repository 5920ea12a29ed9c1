package news.dateline.enrich.section;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import news.dateline.contract.Evidence;

/** Keeps the few words of an article that speak most for a section. One instance serves one thread. */
final class StrongestWords {
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int GIVEN = 4;
    /** More than are given, since a word and a pair with it stand for the same. */
    private static final int KEPT = 12;
    private static final int LONGEST = 60;
    /** What adds less to the log odds explains nothing. */
    private static final double LEAST = 0.05;

    private final double[] weights = new double[KEPT];
    private final int[] starts = new int[KEPT];
    private final int[] ends = new int[KEPT];
    private int size;
    private String headline = "";
    private String body = "";

    /** Begins anew with the words of another article or for another section. */
    void clear(String newHeadline, String newBody) {
        size = 0;
        headline = newHeadline;
        body = newBody;
    }

    /** Words of this weight or less need not be added. */
    double least() {
        return size < KEPT ? LEAST : weights[KEPT - 1];
    }

    /** Adds words, unless they are small ones such as "said" or "for the": these tell a reader nothing. */
    void add(double weight, int start, int end) {
        boolean inBody = start > headline.length();
        int offset = inBody ? headline.length() + 1 : 0;
        if (SmallWords.areAll(inBody ? body : headline, start - offset, end - offset)) {
            return;
        }
        int at = size < KEPT ? size++ : KEPT - 1;
        while (at > 0 && weights[at - 1] < weight) {
            weights[at] = weights[at - 1];
            starts[at] = starts[at - 1];
            ends[at] = ends[at - 1];
            at--;
        }
        weights[at] = weight;
        starts[at] = start;
        ends[at] = end;
    }

    /**
     * The strongest, as they stand in the article; what overlaps a stronger one is left out or, where equal, added.
     *
     * @param besideText what else spoke for the section
     */
    List<Evidence> evidence(List<Evidence> besideText) {
        List<Evidence> evidence = new ArrayList<>(besideText);
        int[] chosen = new int[GIVEN];
        double[] sums = new double[GIVEN];
        int count = 0;
        for (int i = 0; i < size; i++) {
            int same = overlapping(chosen, count, i);
            if (same < 0 && count < GIVEN) {
                chosen[count] = i;
                sums[count++] = weights[i];
            } else if (same >= 0 && starts[chosen[same]] == starts[i] && ends[chosen[same]] == ends[i]) {
                sums[same] += weights[i];
            }
        }
        for (int i = 0; i < count; i++) {
            evidence.add(new Evidence(words(starts[chosen[i]], ends[chosen[i]]),
                    Math.round(sums[i] * 100) / 100.0));
        }
        evidence.sort((one, other) -> Double.compare(other.weight(), one.weight()));
        return List.copyOf(evidence);
    }

    private int overlapping(int[] chosen, int count, int candidate) {
        for (int i = 0; i < count; i++) {
            if (starts[chosen[i]] < ends[candidate] && starts[candidate] < ends[chosen[i]]) {
                return i;
            }
        }
        return -1;
    }

    private String words(int start, int end) {
        boolean inBody = start > headline.length();
        String text = inBody ? body : headline;
        int offset = inBody ? headline.length() + 1 : 0;
        String words = text.substring(start - offset, end - offset);
        if (words.length() > LONGEST) {
            words = words.substring(0, Character.isHighSurrogate(words.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
        }
        return hasWideBlank(words) ? SPACES.matcher(words).replaceAll(" ") : words;
    }

    private static boolean hasWideBlank(String words) {
        for (int i = 0; i < words.length(); i++) {
            if (words.charAt(i) < ' ' || (words.charAt(i) == ' ' && i > 0 && words.charAt(i - 1) == ' ')) {
                return true;
            }
        }
        return false;
    }
}
