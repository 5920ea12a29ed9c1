package news.dateline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;

/** Lucene's analysis of a text, and nothing more. */
final class LuceneAnalysis {
    private LuceneAnalysis() {
    }

    /** How many words it finds. */
    static int words(Analyzer analyzer, String text) {
        int words = 0;
        try (TokenStream tokens = analyzer.tokenStream("text", text)) {
            tokens.reset();
            while (tokens.incrementToken()) {
                words++;
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
