package news.dateline.enrich.tag;

import news.dateline.contract.TextPart;
import java.util.List;
import java.util.Optional;
import news.dateline.contract.Mention;
import news.dateline.contract.TagRule;
import org.apache.lucene.analysis.Analyzer;

/** A rule that can be run. Two of them are the same only if they are one object. */
final class CompiledRule {
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
        return Optional.of(places.list()).filter(this::areEnough);
    }

    private boolean areEnough(List<Mention> places) {
        return places.size() >= rule.mentions().orElse(0)
                || places.stream().anyMatch(place -> place.in() == TextPart.HEADLINE);
    }
}
