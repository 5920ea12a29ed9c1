package news.dateline.enrich.tag;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Looks at each word that passes, and collects the rules that look for it. */
final class CandidateFilter extends TokenFilter {
    private final CharTermAttribute word = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final RuleIndex.FieldIndex wanted;
    private final Collection<CompiledRule> candidates;

    private boolean empty = true;
    private int length;

    CandidateFilter(TokenStream words, RuleIndex.FieldIndex wanted, Collection<CompiledRule> candidates) {
        super(words);
        this.wanted = wanted;
        this.candidates = candidates;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        empty = false;
        wanted.collect(word.buffer(), word.length(), candidates);
        return true;
    }

    @Override
    public void end() throws IOException {
        super.end();
        length = offset.endOffset();
    }

    /** How far the offsets of a text that follows in the same field are moved: not at all by a text without words. */
    int room() {
        return empty ? 0 : length + 1;
    }
}
