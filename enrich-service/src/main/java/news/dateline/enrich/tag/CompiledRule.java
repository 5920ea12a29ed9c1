package news.dateline.enrich.tag;

import news.dateline.contract.TextPart;
import java.util.List;
import java.util.Optional;
import news.dateline.contract.Mention;
import news.dateline.contract.TagRule;
import org.apache.lucene.analysis.Analyzer;

/** A rule that can be run. Two of them are the same only if they are one object. */
final class CompiledRule {
    /** Summary and body say who and what they are about in their first words. */
    private static final int OPENING_CHARS = 80;

    /** So much of a body is its lead. */
    private static final int LEAD_CHARS = 600;

    private static final int LATE_FOR_ONE = 3;

    private final TagRule rule;
    private final Pattern pattern;

    private CompiledRule(TagRule rule, Pattern pattern) {
        this.rule = rule;
        this.pattern = pattern;
    }

    static CompiledRule of(TagRule rule, Analyzer analyzer) throws InvalidRule {
        return new CompiledRule(rule, RulePattern.of(RuleQuery.parse(rule.query(), analyzer)));
    }

    TagRule rule() {
        return rule;
    }

    Pattern pattern() {
        return pattern;
    }

    /** Where it matches, in the order of the text; empty where it does not, or not at as many places as it wants. */
    Optional<List<Mention>> match(ArticleWords article) {
        if (!pattern.matches(article)) {
            return Optional.empty();
        }
        MatchedPlaces places = new MatchedPlaces();
        pattern.places(article, places);
        if (rule.mentions().isEmpty()) {
            return Optional.of(places.list());
        }
        int wanted = article.isWithoutBody() ? (rule.mentions().get() + 1) / 2 : rule.mentions().get();
        return Optional.of(places.list()).filter(found -> areEnough(found, wanted));
    }

    /**
     * One in the headline is. Far down in the text several count as one, since much is said in passing there; and a rule
     * that wants several, one of them in the first words.
     */
    private boolean areEnough(List<Mention> places, int wanted) {
        boolean opening = rule.mentions().get() == 1;
        int late = 0;
        for (Mention place : places) {
            if (place.in() == TextPart.HEADLINE) {
                return true;
            }
            opening |= place.start() < OPENING_CHARS;
            late += place.start() < LEAD_CHARS ? 0 : 1;
        }
        return opening && places.size() - late + late / LATE_FOR_ONE >= wanted;
    }
}
