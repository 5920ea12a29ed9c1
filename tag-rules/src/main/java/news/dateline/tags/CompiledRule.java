package news.dateline.tags;

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

    /** So often a text must come back to what does not stand early. */
    private static final int LEAST_ANYWHERE = 3;

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
     * One in the headline is. Else one must stand early, since much is said in passing farther down, or the text must come
     * back to it. Without a body little is said twice, so half are enough.
     */
    private static boolean areEnough(List<Mention> places, int mentions, int bodyLength) {
        int early = mentions == 1
                ? LEAD_CHARS
                : Math.clamp(bodyLength / OPENINGS_IN_A_BODY, LEAST_OPENING, LEAD_CHARS);
        boolean opens = false;
        for (Mention place : places) {
            if (place.in() == TextPart.HEADLINE) {
                return true;
            }
            opens |= place.start() < early;
        }
        if (!opens) {
            return places.size() >= Math.max(LEAST_ANYWHERE, mentions + 1);
        }
        return places.size() >= (bodyLength == 0 ? (mentions + 1) / 2 : mentions);
    }
}
