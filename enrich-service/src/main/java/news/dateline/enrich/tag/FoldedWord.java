package news.dateline.enrich.tag;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** A word without case and plural, so that a text need not be read again for it. */
final class FoldedWord {
    private final OneWord word = new OneWord();
    private final TokenStream folded = ArticleFields.folded(word);

    /** The same word folded; good until the next. */
    CharTermAttribute of(CharTermAttribute exact) {
        word.term.copyBuffer(exact.buffer(), 0, exact.length());
        try {
            folded.incrementToken();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return word.term;
    }

    /** Gives, again and again, the word that was put into it. */
    private static final class OneWord extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

        @Override
        public boolean incrementToken() {
            return true;
        }
    }
}
