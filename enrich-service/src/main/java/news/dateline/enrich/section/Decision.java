package news.dateline.enrich.section;

import java.util.List;

/**
 * Which sections are given: all that reach their threshold; where none does, the one that comes nearest, if it comes
 * near enough.
 */
final class Decision {
    /** Of its threshold, what the best section must reach where it is the only one. */
    private static final double NEAR_ENOUGH = 0.7;

    private Decision() {
    }

    /** For each section whether it is given. */
    static boolean[] given(double[] scores, List<SectionDefinition> sections) {
        boolean[] given = new boolean[scores.length];
        boolean any = false;
        int nearest = 0;
        for (int section = 0; section < scores.length; section++) {
            given[section] = scores[section] >= sections.get(section).threshold();
            any |= given[section];
            nearest = nearness(scores, sections, section) > nearness(scores, sections, nearest) ? section : nearest;
        }
        if (!any && nearness(scores, sections, nearest) >= NEAR_ENOUGH) {
            given[nearest] = true;
        }
        return given;
    }

    private static double nearness(double[] scores, List<SectionDefinition> sections, int section) {
        return scores[section] / sections.get(section).threshold();
    }
}
