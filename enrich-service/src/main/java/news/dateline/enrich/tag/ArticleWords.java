package news.dateline.enrich.tag;

import news.dateline.contract.TextPart;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Where an article has the words that rules look for, and the rules that may match for that. */
final class ArticleWords {
    /** No phrase reaches from one text into the next. */
    private static final int GAP = 10 * RuleQuery.MAX_DISTANCE;

    private final Map<String, Map<String, Occurrences>> fields = new HashMap<>();
    private final Set<CompiledRule> candidates = new LinkedHashSet<>();
    private final FoldedWord folding = new FoldedWord();
    private final RuleIndex rules;
    private final int bodyLength;

    private ArticleWords(RuleIndex rules, int bodyLength) {
        this.rules = rules;
        this.bodyLength = bodyLength;
    }

    static ArticleWords of(TaggableArticle article, RuleIndex rules, Analyzer analyzer) throws IOException {
        ArticleWords words = new ArticleWords(rules, article.body().length());
        words.read(analyzer, TextPart.HEADLINE, article.headlineWithoutPublisher(), ArticleFields.HEADLINE, 0);
        int position = words.read(analyzer, TextPart.SUMMARY, article.summary(), ArticleFields.BODY, GAP);
        words.read(analyzer, TextPart.BODY, article.body(), ArticleFields.BODY, position + GAP);
        words.value(ArticleFields.LANGUAGE, article.language());
        words.value(ArticleFields.SOURCE, article.source());
        article.sections().forEach(section -> words.value(ArticleFields.SECTION, section));
        return words;
    }

    /**
     * Reads a text once, for its words as they stand and for the same without case and plural.
     *
     * @param field where the words without case and plural go
     * @param from  position of its first word
     * @return position behind its last word
     */
    private int read(Analyzer analyzer, TextPart in, String value, String field, int from) throws IOException {
        RuleIndex.FieldIndex folded = rules.of(field);
        RuleIndex.FieldIndex exact = rules.of(ArticleFields.EXACT);
        int position = from - 1;
        try (TokenStream words = analyzer.tokenStream(ArticleFields.EXACT, value)) {
            CharTermAttribute word = words.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = words.addAttribute(OffsetAttribute.class);
            PositionIncrementAttribute step = words.addAttribute(PositionIncrementAttribute.class);
            words.reset();
            while (words.incrementToken()) {
                position += step.getPositionIncrement();
                Occurrence here = new Occurrence(in, position, offset.startOffset(), offset.endOffset());
                exact.wanted(word.buffer(), word.length(), candidates)
                        .ifPresent(found -> add(ArticleFields.EXACT, found, here));
                CharTermAttribute plain = folding.of(word);
                folded.wanted(plain.buffer(), plain.length(), candidates).ifPresent(found -> add(field, found, here));
            }
            words.end();
        }
        return position + 1;
    }

    private void value(String field, String value) {
        if (!value.isEmpty()) {
            char[] word = ArticleFields.whole(value).toCharArray();
            rules.of(field).wanted(word, word.length, candidates)
                    .ifPresent(found -> add(field, found, Occurrence.OF_A_VALUE));
        }
    }

    private void add(String field, String word, Occurrence here) {
        fields.computeIfAbsent(field, unused -> new HashMap<>())
                .computeIfAbsent(word, unused -> new Occurrences(word)).add(here);
    }

    /** The rules that may match. */
    Collection<CompiledRule> candidates() {
        return candidates;
    }

    /** In UTF-16 units; 0 where headline and summary are all there is. */
    int bodyLength() {
        return bodyLength;
    }

    boolean has(String field, String word) {
        return fields.getOrDefault(field, Map.of()).containsKey(word);
    }

    Optional<Occurrences> find(String field, String word) {
        return Optional.ofNullable(fields.getOrDefault(field, Map.of()).get(word));
    }

    Stream<Occurrences> beginningWith(String field, String beginning) {
        return fields.getOrDefault(field, Map.of()).values().stream().filter(word -> word.text().startsWith(beginning));
    }

    /**
     * A word at one place of an article.
     *
     * @param in       where it stands; a value that is no text counts as the body, and has no place
     * @param position counted in words, through all of them
     * @param start    in the text, in UTF-16 units
     * @param end      behind the word
     */
    record Occurrence(TextPart in, int position, int start, int end) {
        private static final Occurrence OF_A_VALUE = new Occurrence(TextPart.BODY, 0, 0, 0);
    }

    /** A word at all its places, in the order of the texts. */
    static final class Occurrences {
        private final String text;
        private Occurrence[] places = new Occurrence[2];
        private int size;

        private Occurrences(String text) {
            this.text = text;
        }

        private void add(Occurrence place) {
            if (size == places.length) {
                places = Arrays.copyOf(places, 2 * size);
            }
            places[size++] = place;
        }

        String text() {
            return text;
        }

        int size() {
            return size;
        }

        Occurrence get(int i) {
            return places[i];
        }

        int position(int i) {
            return places[i].position();
        }
    }
}
