package news.dateline.enrich.tag;

import news.dateline.contract.TextPart;
import java.util.List;
import java.util.Optional;
import news.dateline.contract.Mention;
import news.dateline.contract.TagRule;
import org.apache.lucene.analysis.Analyzer;

/** A rule that can be run. Two of them are the same only if they are one object. */
final class CompiledRule {
    /** Summary and body say who and what they are about in their first words: these, or more of a longer body. */
    private static final int LEAST_OPENING = 80;

    private static final int OPENINGS_IN_A_BODY = 3;

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
        return Optional.of(places.list())
                .filter(found -> areEnough(found, rule.mentions().get(), article.bodyLength()));
    }

    /**
     * One in the headline is. Far down in the text several count as one, since much is said in passing there; and where
     * several are wanted, one must stand in the first words. Without a body little is said twice, so half are enough.
     */
    private static boolean areEnough(List<Mention> places, int mentions, int bodyLength) {
        int opening = Math.clamp(bodyLength / OPENINGS_IN_A_BODY, LEAST_OPENING, LEAD_CHARS);
        boolean opens = mentions == 1;
        int late = 0;
        for (Mention place : places) {
            if (place.in() == TextPart.HEADLINE) {
                return true;
            }
            opens |= place.start() < opening;
            late += place.start() < LEAD_CHARS ? 0 : 1;
        }
        int wanted = bodyLength == 0 ? (mentions + 1) / 2 : mentions;
        return opens && places.size() - late + late / LATE_FOR_ONE >= wanted;
    }
}
