package news.dateline.enrich.tag;

import java.util.List;
import news.dateline.contract.TagRule;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.Query;

/** A rule that can be run. Two of them are the same only if they are one object. */
final class CompiledRule {
    private final TagRule rule;
    private final Query query;
    private final List<Anchor> anchors;

    private CompiledRule(TagRule rule, Query query) {
        this.rule = rule;
        this.query = query;
        this.anchors = Anchor.of(query).stream().distinct().toList();
    }

    static CompiledRule of(TagRule rule, Analyzer analyzer) throws InvalidRule {
        return new CompiledRule(rule, RuleQuery.parse(rule.query(), analyzer));
    }

    TagRule rule() {
        return rule;
    }

    Query query() {
        return query;
    }

    List<Anchor> anchors() {
        return anchors;
    }
}
