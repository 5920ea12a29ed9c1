package news.dateline.enrich.section;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import news.dateline.contract.Evidence;
import news.dateline.contract.EvidenceOrigin;

/**
 * What a model makes of one article: how probable each section is, whether it is given, and what beside the text spoke
 * for it.
 *
 * <p>What the text alone gives stays given, whatever a publisher's habit or its declared section says: an editor would
 * sign for it. They add sections and change the order.
 */
final class Judgement {
    /** Of the probability, what is left to a publisher's habit where it is known; the rest is the text's alone. */
    private static final double HABIT_SHARE = 0.75;
    /** What adds less to the log odds explains nothing. */
    private static final double LEAST = 0.3;

    private final List<SectionDefinition> sections;
    private final double[] scores;
    private final boolean[] given;
    private final List<List<Evidence>> besideText;

    private Judgement(List<SectionDefinition> sections, double[] scores, boolean[] given,
            List<List<Evidence>> besideText) {
        this.sections = sections;
        this.scores = scores;
        this.given = given;
        this.besideText = besideText;
    }

    static Judgement ofText(float[] margins, List<SectionDefinition> sections) {
        double[] scores = new double[margins.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = sections.get(i).calibration().probability(margins[i]);
        }
        return new Judgement(sections, scores, Decision.given(scores, sections), List.of());
    }

    /**
     * News from abroad is World, and what it is at home as well: the places take away no section that the words earn.
     *
     * @param wordsAlone the margins without what the places told
     */
    Judgement keeping(float[] wordsAlone) {
        List<String> names = sections.stream().map(SectionDefinition::name).toList();
        int world = names.indexOf(SectionNames.WORLD);
        if (world < 0 || !given[world]) {
            return this;
        }
        boolean[] more = given.clone();
        for (int i = 0; i < more.length; i++) {
            SectionDefinition section = sections.get(i);
            more[i] |= i != world && section.calibration().probability(wordsAlone[i]) >= section.threshold();
        }
        return new Judgement(sections, scores, more, besideText);
    }

    /**
     * A habit tells under which of the sections the publisher files, the text whether it is any of them.
     *
     * @param share how much of the habit counts
     */
    Judgement withHabit(double[] logOdds, double share, PublisherHabit habit) {
        double[] filed = new double[scores.length];
        for (int i = 0; i < filed.length; i++) {
            filed[i] = Math.log(Math.max(1e-12, scores[i]) / Math.max(1e-12, 1 - scores[i])) + logOdds[i];
        }
        filed = HabitFit.probable(filed);
        double any = Math.min(1, Arrays.stream(scores).sum());
        double[] changed = new double[scores.length];
        double[] counted = new double[scores.length];
        for (int i = 0; i < changed.length; i++) {
            changed[i] = (1 - HABIT_SHARE * share) * scores[i] + HABIT_SHARE * share * any * filed[i];
            counted[i] = share * logOdds[i];
        }
        return with(changed, counted, habit.publisher(), EvidenceOrigin.PUBLISHER);
    }

    Judgement withDeclared(boolean[] declared) {
        double[] changed = scores.clone();
        double[] logOdds = new double[scores.length];
        for (int i = 0; i < changed.length; i++) {
            if (declared[i]) {
                logOdds[i] = DeclaredSections.LOG_ODDS;
                changed[i] = raised(scores[i], logOdds[i]);
            }
        }
        return with(changed, logOdds, "", EvidenceOrigin.DECLARED);
    }

    double score(int section) {
        return scores[section];
    }

    boolean isGiven(int section) {
        return given[section];
    }

    double[] scores() {
        return scores;
    }

    boolean[] given() {
        return given;
    }

    /** What spoke for the section beside the article's words. */
    List<Evidence> besideText(int section) {
        return besideText.isEmpty() ? List.of() : besideText.get(section);
    }

    private Judgement with(double[] changed, double[] logOdds, String words, EvidenceOrigin origin) {
        boolean[] more = Decision.given(changed, sections);
        List<List<Evidence>> evidence = new ArrayList<>(changed.length);
        for (int i = 0; i < changed.length; i++) {
            more[i] |= given[i];
            List<Evidence> of = new ArrayList<>(besideText(i));
            if (logOdds[i] >= LEAST) {
                of.add(new Evidence(words.isEmpty() ? sections.get(i).name() : words,
                        Math.round(logOdds[i] * 100) / 100.0, Optional.of(origin)));
            }
            evidence.add(of);
        }
        return new Judgement(sections, changed, more, evidence);
    }

    private static double raised(double probability, double logOdds) {
        double odds = probability / Math.max(1e-12, 1 - probability) * Math.exp(logOdds);
        return odds / (1 + odds);
    }
}
