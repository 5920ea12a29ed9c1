package news.dateline.tags;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.MultiFieldQueryParser;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.queryparser.classic.QueryParserConstants;
import org.apache.lucene.queryparser.classic.Token;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/** Reads a rule's query in Lucene's query syntax and refuses what could never work, or not in bounded time. */
final class RuleQuery {
    /** How many letters must stand before a {@code ~} that lets a word differ; the differences come behind them. */
    static final int FUZZY_PREFIX = 2;

    /** The farthest that {@code "two words"~n} may reach. */
    static final int MAX_DISTANCE = 100;

    /** A word without a field counts twice, since it is looked up in headline and body. */
    private static final int MAX_WORDS = 1_000;

    /** What the values of a field look like; one that looks otherwise no article has. */
    private static final Map<String, Form> FORMS = Map.of(
            ArticleFields.PUBLISHED,
            new Form("\\d{4}(-\\d{2}(-\\d{2})?)?", "a day is 2026-11-03, a month 2026-11 and a year 2026"),
            ArticleFields.LANGUAGE, new Form("[a-z]{2,3}", "a language is its ISO 639 code, such as en"),
            ArticleFields.PLACE,
            new Form("[a-z]{2}(-[a-z0-9]{1,3})?",
                    "a place is the ISO 3166 code of a country or of a US state, such as fr and us-ga"),
            ArticleFields.HOME, new Form("[a-z]{2}", "a country is its ISO 3166 code, such as fr"));

    private record Form(Pattern pattern, String words) {
        Form(String pattern, String words) {
            this(Pattern.compile(pattern), words);
        }
    }

    private RuleQuery() {
    }

    static Query parse(String text, Analyzer analyzer) throws InvalidRule {
        QueryText.refuse(text);
        Query query = read(text, analyzer);
        int words = words(query, text);
        if (words > MAX_WORDS) {
            throw new InvalidRule("the query has " + words + " words to look for, more than " + MAX_WORDS
                    + "; a word without a field counts twice, for headline and body");
        }
        if (words == 0) {
            throw new InvalidRule("the query asks for no word that must or may stand in an article");
        }
        return query;
    }

    private static Query read(String text, Analyzer analyzer) throws InvalidRule {
        QueryParser parser = new MultiFieldQueryParser(ArticleFields.DEFAULT.toArray(String[]::new), analyzer);
        parser.setFuzzyPrefixLength(FUZZY_PREFIX);
        // x-ray and AT&T are two words each, in a row.
        parser.setSplitOnWhitespace(true);
        parser.setAutoGeneratePhraseQueries(true);
        try {
            return parser.parse(text);
        } catch (TooComplexToDeterminizeException e) {
            throw new InvalidRule("a word has too many * and ? in it");
        } catch (ParseException e) {
            if (e.getCause() instanceof ParseException place && place.currentToken != null) {
                Token stray = place.currentToken.next;
                throw new InvalidRule("the query can't be read: "
                        + (stray.kind == QueryParserConstants.EOF
                                ? "it ends too early"
                                : "unexpected '" + stray.image + "'"),
                        QueryText.column(text, stray.beginLine, stray.beginColumn));
            }
            throw new InvalidRule("the query can't be read: " + lastLine(e));
        }
    }

    /** The parser's message repeats the whole query before it says what is wrong. */
    private static String lastLine(ParseException e) {
        String message = e.getMessage();
        return message.substring(message.lastIndexOf("': ") + 3).lines().findFirst().orElse("unknown reason");
    }

    /** How many words the query looks for, those that must not be there apart; in each part there must be one. */
    private static int words(Query query, String text) throws InvalidRule {
        return switch (query) {
            case BooleanQuery clauses -> words(clauses, text);
            case BoostQuery boost -> words(boost.getQuery(), text);
            case PhraseQuery phrase when phrase.getSlop() > MAX_DISTANCE -> throw new InvalidRule(
                    "words can be at most " + MAX_DISTANCE + " apart",
                    QueryText.columnOf(text, "~" + phrase.getSlop()));
            case PhraseQuery phrase -> phrase.getTerms().length;
            case TermQuery word -> {
                refuseOtherForm(word.getTerm(), text);
                yield 1;
            }
            default -> 1;
        };
    }

    private static void refuseOtherForm(Term word, String text) throws InvalidRule {
        Form form = FORMS.get(word.field());
        if (form != null && !form.pattern().matcher(word.text()).matches()) {
            throw new InvalidRule(form.words() + ", not " + word.text(),
                    QueryText.columnOf(ArticleFields.whole(text), word.text()));
        }
    }

    private static int words(BooleanQuery query, String text) throws InvalidRule {
        int asked = 0;
        int excluded = 0;
        for (BooleanClause clause : query.clauses()) {
            int words = words(clause.query(), text);
            asked += clause.isProhibited() ? 0 : words;
            excluded += clause.isProhibited() ? words : 0;
        }
        if (asked == 0 && excluded > 0) {
            throw new InvalidRule("the query asks for no word that must or may stand in an article: it only says NOT",
                    QueryText.columnOf(text, "NOT", "-", "!"));
        }
        return asked + excluded;
    }

    static List<String> fields() {
        return List.of(ArticleFields.HEADLINE, ArticleFields.BODY, ArticleFields.EXACT, ArticleFields.LANGUAGE,
                ArticleFields.SOURCE, ArticleFields.SECTION, ArticleFields.PUBLISHED, ArticleFields.PLACE,
                ArticleFields.HOME);
    }
}
