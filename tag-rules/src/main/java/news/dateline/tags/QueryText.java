package news.dateline.tags;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A query as it was typed, before it is read: what could cost without bound is refused at its column.
 *
 * <p>The reader itself would refuse some of it without saying where, and would recurse as deep as parentheses go.
 */
final class QueryText {
    private static final int MAX_LENGTH = 10_000;
    private static final int MAX_DEPTH = 20;
    private static final int LEAST_LETTERS = 2;
    private static final Set<String> OPERATORS = Set.of("AND", "OR", "NOT");

    private final String text;
    private int depth;
    private boolean quoted;
    /** Where the word begins that is being read; its field, if it has one, comes before. */
    private int wordStart;

    private QueryText(String text) {
        this.text = text;
    }

    static void refuse(String text) throws InvalidRule {
        if (text.length() > MAX_LENGTH) {
            throw new InvalidRule("the query has " + text.length() + " characters, more than " + MAX_LENGTH,
                    MAX_LENGTH + 1);
        }
        new QueryText(text).scan();
    }

    private void scan() throws InvalidRule {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
                wordStart = i + 1;
            } else if (!quoted) {
                check(c, i);
            } else if (c == '*') {
                throw new InvalidRule("a * within quotation marks stands for nothing", i + 1);
            }
        }
        refuseSmallOperator(text.length());
        if (quoted) {
            throw new InvalidRule("the query can't be read: the quotation mark is never closed",
                    text.lastIndexOf('"') + 1);
        }
    }

    private void check(char c, int at) throws InvalidRule {
        switch (c) {
            case ' ', '\t', '\n', '\r', '\u3000', ')', '+', '!' -> {
                refuseSmallOperator(at);
                wordStart = at + 1;
            }
            case '(' -> {
                wordStart = at + 1;
                depth++;
                if (depth > MAX_DEPTH) {
                    throw new InvalidRule("parentheses are more than " + MAX_DEPTH + " deep", at + 1);
                }
            }
            case ':' -> {
                refuseUnknownField(at);
                wordStart = at + 1;
            }
            case '-' -> wordStart = wordStart == at ? at + 1 : wordStart;
            case '*', '?' -> refuseFewLetters(at, "before a * or ?");
            case '~' -> refuseFewLetters(at, "before a ~");
            case '/' ->
                throw new InvalidRule("regular expressions are not taken, a / only within quotation marks", at + 1);
            case '[', '{' -> throw new InvalidRule("ranges are not taken", at + 1);
            default -> {
            }
        }
        depth -= c == ')' ? 1 : 0;
    }

    /** A wildcard that nearly every word fits would make the rule run on every article. */
    private void refuseFewLetters(int at, String where) throws InvalidRule {
        boolean behindPhrase = at > 0 && text.charAt(at - 1) == '"';
        if (!behindPhrase && at - wordStart < LEAST_LETTERS) {
            throw new InvalidRule("a word needs at least " + LEAST_LETTERS + " letters " + where, at + 1);
        }
    }

    /** {@code harbour and strike}: it would be looked for as a word, which nearly every article has. */
    private void refuseSmallOperator(int end) throws InvalidRule {
        String word = text.substring(Math.min(wordStart, end), end);
        String operator = word.toUpperCase(Locale.ROOT);
        if (OPERATORS.contains(operator) && !word.equals(operator)) {
            throw new InvalidRule("write " + operator + " in capitals, or \"" + word + "\" where the word is meant",
                    wordStart + 1);
        }
    }

    private void refuseUnknownField(int colon) throws InvalidRule {
        String field = text.substring(wordStart, colon);
        if (!RuleQuery.fields().contains(field)) {
            throw new InvalidRule("unknown field " + field + "; known are " + String.join(", ", RuleQuery.fields()),
                    wordStart + 1);
        }
    }

    /** The column of a place that the reader tells by line and column; lines count as one text, as they are typed. */
    static int column(String text, int line, int column) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            start = text.indexOf('\n', start) + 1;
        }
        return start + column + 1;
    }

    /** The column of the first of these that stands in the text; 1 where none does. */
    static int columnOf(String text, String... words) {
        return Stream.of(words).mapToInt(text::indexOf).filter(at -> at >= 0).min().orElse(0) + 1;
    }
}
