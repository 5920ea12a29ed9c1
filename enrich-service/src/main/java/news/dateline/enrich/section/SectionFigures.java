package news.dateline.enrich.section;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How well sections were labelled, over articles whose own publisher's section is known.
 *
 * @param articles how many were measured
 * @param macroF1 mean over the sections of the F1 of the first label, the most probable section
 * @param firstRight share of articles whose first label is the publisher's
 * @param amongGiven share of articles whose publisher's section is among those at or above their threshold
 * @param labelsPerArticle sections given, on average
 * @param withoutLabel share of articles that are given no section
 * @param calibrationError expected calibration error: mean distance of score from frequency, in ten bins of score
 * @param f1BySection the F1 of the first label for each section
 */
record SectionFigures(
        int articles,
        double macroF1,
        double firstRight,
        double amongGiven,
        double labelsPerArticle,
        double withoutLabel,
        double calibrationError,
        Map<String, Double> f1BySection) {
    SectionFigures {
        f1BySection = Collections.unmodifiableMap(new TreeMap<>(f1BySection));
    }
}
