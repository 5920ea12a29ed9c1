package news.dateline.tags;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;

/**
 * Makes of a query, as Lucene read it, what is run on an article.
 *
 * @param counts whether the rule counts mentions, so that it matters which of them are meant
 */
record RulePattern(boolean counts) {
    Pattern of(Query query) throws InvalidRule {
        return switch (query) {
            case TermQuery word -> new Pattern.Word(word(word.getTerm()));
            case PhraseQuery phrase -> new Pattern.Phrase(Stream.of(phrase.getTerms()).map(RulePattern::word).toList(),
                    IntStream.of(phrase.getPositions()).boxed().toList(), phrase.getSlop());
            case PrefixQuery prefix -> new Pattern.Words(beginning(prefix.getPrefix(), prefix.getPrefix().text()),
                    Optional.empty());
            case WildcardQuery wildcard -> new Pattern.Words(
                    beginning(wildcard.getTerm(), literalBeginning(wildcard.getTerm().text())),
                    Optional.of(new CharacterRunAutomaton(Operations.determinize(WildcardQuery.toAutomaton(
                            wildcard.getTerm(), Operations.DEFAULT_DETERMINIZE_WORK_LIMIT),
                            Operations.DEFAULT_DETERMINIZE_WORK_LIMIT))));
            case FuzzyQuery fuzzy -> fuzzy(fuzzy);
            case BoostQuery boost when boost.getBoost() == 0 -> new Pattern.Context(of(boost.getQuery()));
            case BoostQuery boost -> of(boost.getQuery());
            case BooleanQuery clauses -> clauses(clauses);
            default ->
                throw new InvalidRule("a query of the kind " + query.getClass().getSimpleName() + " is not taken");
        };
    }

    private static Pattern fuzzy(FuzzyQuery fuzzy) {
        String text = fuzzy.getTerm().text();
        if (fuzzy.getMaxEdits() == 0) {
            return new Pattern.Word(word(fuzzy.getTerm()));
        }
        int fixed = text.offsetByCodePoints(0, Math.min(RuleQuery.FUZZY_PREFIX, text.codePointCount(0, text.length())));
        Automaton near = new LevenshteinAutomata(text.substring(fixed), fuzzy.getTranspositions())
                .toAutomaton(fuzzy.getMaxEdits(), text.substring(0, fixed));
        return new Pattern.Words(beginning(fuzzy.getTerm(), text.substring(0, fixed)),
                Optional.of(new CharacterRunAutomaton(
                        Operations.determinize(near, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT))));
    }

    private Pattern clauses(BooleanQuery query) throws InvalidRule {
        List<Pattern> must = new ArrayList<>();
        List<Pattern> may = new ArrayList<>();
        List<Pattern> mustNot = new ArrayList<>();
        for (BooleanClause clause : query.clauses()) {
            switch (clause.occur()) {
                case MUST, FILTER -> must.add(of(clause.query()));
                case SHOULD -> may.add(of(clause.query()));
                case MUST_NOT -> mustNot.add(of(clause.query()));
            }
        }
        return new Pattern.Clauses(List.copyOf(must), any(may), any(mustNot), counts);
    }

    /** A clause that itself is any of some, is these. */
    private static Pattern.Any any(List<Pattern> clauses) {
        return new Pattern.Any(clauses.stream().flatMap(RulePattern::alternatives).toList());
    }

    private static Stream<Pattern> alternatives(Pattern pattern) {
        return pattern instanceof Pattern.Clauses any && any.must().isEmpty() && any.mustNot().isEmpty()
                ? any.may().clauses().stream()
                : Stream.of(pattern);
    }

    private static Anchor word(Term term) {
        return new Anchor(term.field(), term.text(), false);
    }

    private static Anchor beginning(Term term, String text) {
        return new Anchor(term.field(), text, true);
    }

    private static String literalBeginning(String wildcard) {
        int end = 0;
        while (end < wildcard.length() && "*?\\".indexOf(wildcard.charAt(end)) < 0) {
            end++;
        }
        return wildcard.substring(0, end);
    }
}
