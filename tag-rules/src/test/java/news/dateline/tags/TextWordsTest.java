package news.dateline.tags;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TextWordsTest {
    /**
     * Signs that Unicode's rules for words treat each in its own way, with those that news is made of. No halves of a
     * character: cleaning leaves none, and Lucene loses the words before one.
     */
    private static final int[] SIGNS = ("aBsies09 .,:;'’‘\"-_#*@&()\n\t“”…–—«»£€©®½µºª·éÉŁøÞ\u00AD\u00A0\u0301\u0483"
            + "Жыё\u0387αבא״ひカー中文한กสัย\u200D\u200E\uFE0F\u20E3\uD83D\uDE00\uD83C\uDDFA\uD83C\uDDF8\uFF07\uFF11")
            .codePoints().toArray();
    private static final int TEXTS = 20_000;

    private final Analyzer analyzer = ArticleFields.analyzer();

    /** A word as it stands and folded, and where. */
    private record Read(String exact, String folded, int start, int end) {}

    @AfterEach
    void close() {
        analyzer.close();
    }

    @Test
    void readsWordsOfAnySignsAsLuceneDoes() throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < TEXTS; i++) {
            // Most texts of plain signs, with a few of the others.
            int plain = 10 + random.nextInt(SIGNS.length - 10);
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(40); length > 0; length--) {
                text.appendCodePoint(SIGNS[random.nextInt(plain)]);
            }
            assertThat(words(text.toString())).as(text.toString()).isEqualTo(byLucene(text.toString()));
        }
    }

    @Test
    void readsWordsThatALittleOneIsJoinedToAsLuceneDoes() throws IOException {
        String text = "l'Italie d’Orléans qu'Amiens L'ÎLE dell'Aquila l'l's d'à all's aujourd'hui l'été's o'l 'l'";

        assertThat(words(text)).isEqualTo(byLucene(text))
                .anySatisfy(word -> assertThat(word.toString()).contains("Orleans"));
    }

    @Test
    void readsWordsAsLongAsAnyAsLuceneDoes() throws IOException {
        for (int length : List.of(254, 255, 256, 257, 600, 5_000)) {
            for (String part : List.of("s", "a.", "é", "1,", "ß’")) {
                String text = "Before " + part.repeat(length) + "es's behind.";
                assertThat(words(text)).isEqualTo(byLucene(text));
            }
        }
    }

    @Test
    void readsRealArticlesAsLuceneDoes() throws Exception {
        for (TaggableArticle article : NewsArticles.first(2_000)) {
            assertThat(words(article.body())).isEqualTo(byLucene(article.body()));
        }
    }

    private List<Read> words(String text) throws IOException {
        TextWords words = new TextWords(analyzer);
        words.read(text);
        List<Read> read = new ArrayList<>();
        while (words.next()) {
            read.add(new Read(words.exact().toString(), words.folded().toString(), words.start(), words.end()));
            assertThat(words.exact().key).isEqualTo(WordKey.of(words.exact().letters, words.exact().length));
            assertThat(words.folded().key).isEqualTo(WordKey.of(words.folded().letters, words.folded().length));
        }
        return read;
    }

    private List<Read> byLucene(String text) throws IOException {
        List<Read> exact = byLucene(ArticleFields.EXACT, text);
        List<Read> folded = byLucene(ArticleFields.BODY, text);
        List<Read> both = new ArrayList<>();
        for (int i = 0; i < exact.size(); i++) {
            both.add(new Read(exact.get(i).exact(), folded.get(i).exact(), exact.get(i).start(), exact.get(i).end()));
        }
        return both;
    }

    private List<Read> byLucene(String field, String text) throws IOException {
        List<Read> read = new ArrayList<>();
        try (TokenStream words = analyzer.tokenStream(field, text)) {
            CharTermAttribute word = words.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = words.addAttribute(OffsetAttribute.class);
            words.reset();
            while (words.incrementToken()) {
                read.add(new Read(word.toString(), "", place.startOffset(), place.endOffset()));
            }
            words.end();
        }
        return read;
    }
}
