package news.dateline.enrich.section;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What is known of each article and section: right, wrong or nothing. */
final class SectionLabels {
    private static final byte RIGHT = 1;
    private static final byte WRONG = -1;
    private static final byte UNKNOWN = 0;
    private static final byte DOUBTFUL = 2;

    private final List<String> sections;
    private final Map<String, Set<String>> sectionsByCollection;
    private final byte[][] byArticle;

    private SectionLabels(List<String> sections, Map<String, Set<String>> sectionsByCollection, byte[][] byArticle) {
        this.sections = sections;
        this.sectionsByCollection = sectionsByCollection;
        this.byArticle = byArticle;
    }

    /** A collection says nothing about sections that it never gives, an article nothing about its unknown ones. */
    static SectionLabels of(List<LabelledArticle> articles) {
        Set<String> names = new TreeSet<>();
        Map<String, Set<String>> byCollection = new HashMap<>();
        for (LabelledArticle article : articles) {
            names.addAll(article.sections());
            byCollection.computeIfAbsent(article.collection(), c -> new TreeSet<>()).addAll(article.sections());
        }
        List<String> sections = List.copyOf(names);
        byte[][] labels = new byte[articles.size()][sections.size()];
        for (int i = 0; i < labels.length; i++) {
            LabelledArticle article = articles.get(i);
            Set<String> given = byCollection.get(article.collection());
            for (int s = 0; s < sections.size(); s++) {
                String section = sections.get(s);
                if (article.sections().contains(section)) {
                    labels[i][s] = RIGHT;
                } else {
                    labels[i][s] = told(article, given, section);
                }
            }
        }
        return new SectionLabels(sections, byCollection, labels);
    }

    private static byte told(LabelledArticle article, Set<String> given, String section) {
        if (!given.contains(section)) {
            return UNKNOWN;
        }
        if (article.unknown().contains(section)) {
            return article.sections().isEmpty() ? UNKNOWN : DOUBTFUL;
        }
        return WRONG;
    }

    List<String> sections() {
        return sections;
    }

    Set<String> sectionsOf(String collection) {
        return sectionsByCollection.get(collection);
    }

    boolean isRight(int article, int section) {
        return byArticle[article][section] == RIGHT;
    }

    boolean isKnown(int article, int section) {
        return byArticle[article][section] == RIGHT || byArticle[article][section] == WRONG;
    }

    /** Whether the collection gives the section, and gave this article another one that does not exclude it. */
    boolean isDoubtful(int article, int section) {
        return byArticle[article][section] == DOUBTFUL;
    }

    /**
     * These labels without the "wrong" ones that a model of other publishers contradicts.
     *
     * <p>A publisher files an article under one section where several are right. What articles of other publishers
     * make more likely than not is no longer taught as wrong; it is not taught as right either.
     */
    SectionLabels withoutContradicted(float[][] heldOutMargins, List<Calibration> calibrations, double likely) {
        byte[][] kept = new byte[byArticle.length][];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = byArticle[i].clone();
            for (int s = 0; s < kept[i].length; s++) {
                boolean taught = kept[i][s] == WRONG || kept[i][s] == DOUBTFUL;
                if (taught && calibrations.get(s).probability(heldOutMargins[i][s]) >= likely) {
                    kept[i][s] = UNKNOWN;
                }
            }
        }
        return new SectionLabels(sections, sectionsByCollection, kept);
    }
}
