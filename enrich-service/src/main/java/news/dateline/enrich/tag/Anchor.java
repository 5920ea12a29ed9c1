package news.dateline.enrich.tag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;

/**
 * A word by which an article is found to be worth running a rule on.
 *
 * <p>An article that a rule matches has at least one of the rule's anchors, so a rule without any of its anchors in the
 * article need not be run. Of words that must all be there, the one that is likely to be the rarest is the anchor.
 *
 * @param text   as the field's words are read
 * @param prefix whether longer words will do
 */
record Anchor(String field, String text, boolean prefix) {
    /** Words that most articles have; anything is rarer. */
    private static final Set<String> COMMON = Set.of("about", "after", "against", "also", "before", "could", "first",
            "from", "government", "have", "minister", "more", "national", "news", "over", "people", "president", "said",
            "says", "state", "states", "that", "their", "there", "they", "united", "were", "which", "will", "with",
            "world", "would", "year");
    private static final int COMMON_COST = 1_000;
    private static final int WHOLE_VALUE_COST = 100_000;

    /** The anchors of a query, of which every matching article has at least one. */
    static List<Anchor> of(Query query) {
        return switch (query) {
            case TermQuery word -> List.of(word(word.getTerm()));
            case PhraseQuery phrase -> List.of(rarest(phrase.getTerms()));
            case PrefixQuery prefix -> List.of(beginning(prefix.getPrefix()));
            case WildcardQuery wildcard -> List.of(beginning(literalBeginning(wildcard.getTerm())));
            case FuzzyQuery fuzzy -> List.of(beginning(new Term(fuzzy.getField(),
                    fuzzy.getTerm().text().substring(0,
                            Math.min(RuleQuery.FUZZY_PREFIX, fuzzy.getTerm().text().length())))));
            case BoostQuery boost -> of(boost.getQuery());
            case BooleanQuery clauses -> ofClauses(clauses);
            default -> throw new IllegalArgumentException("no anchor for " + query.getClass().getSimpleName());
        };
    }

    private static List<Anchor> ofClauses(BooleanQuery query) {
        Optional<List<Anchor>> required = query.clauses().stream().filter(BooleanClause::isRequired)
                .map(clause -> of(clause.query())).min(Comparator.comparingInt(Anchor::cost));
        if (required.isPresent()) {
            return required.get();
        }
        List<Anchor> any = new ArrayList<>();
        query.clauses().stream().filter(clause -> !clause.isProhibited())
                .forEach(clause -> any.addAll(of(clause.query())));
        return any;
    }

    private static Anchor word(Term term) {
        return new Anchor(term.field(), term.text(), false);
    }

    private static Anchor beginning(Term term) {
        return new Anchor(term.field(), term.text(), true);
    }

    private static Anchor rarest(Term[] words) {
        return List.of(words).stream().map(Anchor::word).min(Comparator.comparingInt(Anchor::cost)).orElseThrow();
    }

    private static Term literalBeginning(Term wildcard) {
        String text = wildcard.text();
        int end = 0;
        while (end < text.length() && "*?\\".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return new Term(wildcard.field(), text.substring(0, end));
    }

    private static int cost(List<Anchor> anchors) {
        return anchors.stream().mapToInt(Anchor::cost).sum();
    }

    /** Long words are rare, and almost every article has the value of a field that is one value. */
    private int cost() {
        if (ArticleFields.WHOLE.contains(field)) {
            return WHOLE_VALUE_COST;
        }
        int length = COMMON_COST / (1 + text.length() * text.length());
        return length + (COMMON.contains(text) || prefix ? COMMON_COST : 0);
    }
}
