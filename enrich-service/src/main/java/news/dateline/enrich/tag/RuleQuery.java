package news.dateline.enrich.tag;

import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.queryparser.classic.MultiFieldQueryParser;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.queryparser.classic.QueryParserConstants;
import org.apache.lucene.queryparser.classic.Token;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;

/** Reads a rule's query in Lucene's query syntax and refuses what could never work. */
final class RuleQuery {
    private static final int MAX_LENGTH = 10_000;
    private static final Set<String> FIELDS = Set.of(ArticleFields.HEADLINE, ArticleFields.BODY, ArticleFields.EXACT,
            ArticleFields.LANGUAGE, ArticleFields.SOURCE, ArticleFields.SECTION);

    private RuleQuery() {
    }

    static Query parse(String text, Analyzer analyzer) throws InvalidRule {
        if (text.length() > MAX_LENGTH) {
            throw new InvalidRule("the query is longer than " + MAX_LENGTH + " characters");
        }
        Query query = read(text, analyzer);
        refuseUnknownFields(query);
        if (!asksForSomething(query)) {
            throw new InvalidRule("the query asks for no word that must or may stand in an article");
        }
        return query;
    }

    private static Query read(String text, Analyzer analyzer) throws InvalidRule {
        QueryParser parser = new MultiFieldQueryParser(ArticleFields.DEFAULT, analyzer);
        try {
            return parser.parse(text);
        } catch (ParseException e) {
            if (e.getCause() instanceof ParseException place && place.currentToken != null) {
                Token stray = place.currentToken.next;
                throw new InvalidRule("the query can't be read: "
                        + (stray.kind == QueryParserConstants.EOF
                                ? "it ends too early"
                                : "unexpected '" + stray.image + "'"),
                        stray.beginColumn + 1);
            }
            throw new InvalidRule("the query can't be read: " + lastLine(e));
        }
    }

    /** The parser's message repeats the whole query before it says what is wrong. */
    private static String lastLine(ParseException e) {
        String message = e.getMessage();
        return message.substring(message.lastIndexOf("': ") + 3).lines().findFirst().orElse("unknown reason");
    }

    private static void refuseUnknownFields(Query query) throws InvalidRule {
        var unknown = new java.util.TreeSet<String>();
        query.visit(new QueryVisitor() {
            @Override
            public boolean acceptField(String field) {
                if (field != null && !FIELDS.contains(field)) {
                    unknown.add(field);
                }
                return true;
            }

            @Override
            public QueryVisitor getSubVisitor(BooleanClause.Occur occur, Query parent) {
                return this;
            }
        });
        if (!unknown.isEmpty()) {
            throw new InvalidRule(
                    "unknown field " + String.join(", ", unknown) + "; known are " + String.join(", ", FIELDS));
        }
    }

    private static boolean asksForSomething(Query query) {
        return !(query instanceof BooleanQuery clauses)
                || clauses.clauses().stream().anyMatch(clause -> !clause.isProhibited());
    }
}
