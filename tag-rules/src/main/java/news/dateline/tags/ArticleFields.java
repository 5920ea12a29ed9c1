package news.dateline.tags;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.CharacterUtils;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.util.ElisionFilter;

/**
 * The fields of an article that a rule may name, and how their words are read.
 *
 * <p>{@code headline} and {@code body} fold case, accents and plurals, and a body begins with the publisher's own summary;
 * {@code exact} holds them all with their case, where case decides (US, WHO, Apple); {@code language}, {@code source} and
 * {@code section} are whole values, case folded; {@code published} is the day, the month and the year in UTC
 * ({@code 2020-05-11}, {@code 2020-05}, {@code 2020}); {@code place} is what an entity of the article tells of, with where it is named
 * ({@link PlaceCodes}); {@code home} is the publisher's country.
 */
final class ArticleFields {
    static final String HEADLINE = "headline";
    static final String BODY = "body";
    static final String EXACT = "exact";
    static final String LANGUAGE = "language";
    static final String SOURCE = "source";
    static final String SECTION = "section";
    static final String PUBLISHED = "published";
    static final String PLACE = "place";
    static final String HOME = "home";

    /** The fields that a word without a field is looked up in. */
    static final List<String> DEFAULT = List.of(HEADLINE, BODY);

    /** The fields that are one value each. */
    static final Set<String> WHOLE = Set.of(LANGUAGE, SOURCE, SECTION, PUBLISHED, PLACE, HOME);

    /** Of these, those whose values are names or codes that a rule's author may get wrong. */
    static final Set<String> NAMED = Set.of(LANGUAGE, SOURCE, SECTION);

    /** French and Italian join these to the word behind them: "l'Italie", "d'Orléans", "dell'Aquila". */
    private static final CharArraySet ELIDED = CharArraySet.unmodifiableSet(
            new CharArraySet(List.of("l", "d", "qu", "all", "dell", "nell", "sull", "dall"), true));
    private static final int LONGEST_ELIDED = 4;

    private ArticleFields() {
    }

    static Analyzer analyzer() {
        Analyzer whole = new WholeValue();
        return new PerFieldAnalyzerWrapper(new FoldedWords(),
                Map.of(EXACT, new ExactWords(), LANGUAGE, whole, SOURCE, whole, SECTION, whole, PUBLISHED, whole, PLACE,
                        whole, HOME, whole));
    }

    /** How long a word in lower case is without its plural, by the same rules as {@link EnglishMinimalStemFilter}'s. */
    static int withoutPlural(char[] word, int length) {
        if (length < 3 || word[length - 1] != 's' || word[length - 2] == 's' || word[length - 2] == 'u') {
            return length;
        }
        char before = word[length - 3];
        if (word[length - 2] == 'e' && "aeio".indexOf(before) >= 0) {
            if (before == 'i' && length > 3 && word[length - 4] != 'a' && word[length - 4] != 'e') {
                word[length - 3] = 'y';
                return length - 2;
            }
            return length;
        }
        return length - 1;
    }

    /** How many letters of a word belong to the small one that it is joined to, with the apostrophe; 0 where it is joined to none. */
    static int elided(char[] word, int length) {
        for (int i = 1; i < length && i <= LONGEST_ELIDED; i++) {
            if (word[i] == '\'' || word[i] == '’') {
                return ELIDED.contains(word, 0, i) ? i + 1 : 0;
            }
        }
        return 0;
    }

    /** An article's values of the {@link #NAMED} fields, as {@code section:sport}. */
    static Set<String> values(TaggableArticle article) {
        Set<String> values = new HashSet<>();
        values.add(LANGUAGE + ":" + whole(article.language()));
        values.add(SOURCE + ":" + whole(article.source()));
        article.sections().forEach(section -> values.add(SECTION + ":" + whole(section)));
        return values;
    }

    /** A value that is one word, without case. */
    static String whole(String value) {
        char[] characters = value.toCharArray();
        CharacterUtils.toLowerCase(characters, 0, characters.length);
        return new String(characters);
    }

    /** Words without case, accents, possessive or plural. */
    private static final class FoldedWords extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new StandardTokenizer();
            return new TokenStreamComponents(words,
                    new EnglishMinimalStemFilter(new LowerCaseFilter(exact(words))));
        }

        @Override
        protected TokenStream normalize(String field, TokenStream in) {
            return new LowerCaseFilter(new ASCIIFoldingFilter(in));
        }
    }

    /** Words as they stand, without accents or possessive. */
    private static final class ExactWords extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new StandardTokenizer();
            return new TokenStreamComponents(words, exact(words));
        }

        @Override
        protected TokenStream normalize(String field, TokenStream in) {
            return new ASCIIFoldingFilter(in);
        }
    }

    private static TokenStream exact(TokenStream words) {
        return new ASCIIFoldingFilter(new ElisionFilter(new EnglishPossessiveFilter(words), ELIDED));
    }

    /** The value as one term, without case. */
    private static final class WholeValue extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer value = new KeywordTokenizer();
            return new TokenStreamComponents(value, new LowerCaseFilter(value));
        }

        @Override
        protected TokenStream normalize(String field, TokenStream in) {
            return new LowerCaseFilter(in);
        }
    }
}
