package news.dateline.tags;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharacterUtils;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Reads a text word by word, each as it stands and folded, just as Lucene's analysis of {@link ArticleFields} has them.
 *
 * <p>Nearly all words of news are letters and digits of the alphabets that {@link WordSigns} knows; they are cut out here by
 * the same rules (Unicode's, UAX #29), four times as fast. Where a sign comes that could need more of those rules, Lucene
 * reads on to the next blank. One instance serves one thread.
 */
final class TextWords {
    /** Lucene cuts longer ones up. */
    private static final int LONGEST = 255;

    /** Shorter words in capitals are mostly abbreviations. */
    private static final int LEAST_SHOUTED = 4;

    private final Analyzer analyzer;
    private final Term exact = new Term();
    private final Term folded = new Term();
    private final Term named = new Term();
    private boolean shouted;
    private boolean joined;
    private String text = "";
    private int at;
    private int start;
    private int end;
    private Stretch stretch;
    private boolean inStretch;

    /** A word's letters; good until the next word. */
    static final class Term {
        char[] letters = new char[AsciiFold.GROWS * (LONGEST + 1)];
        int length;
        long key;

        private void copy(char[] from, int count) {
            if (letters.length < count) {
                letters = new char[2 * count];
            }
            System.arraycopy(from, 0, letters, 0, count);
            length = count;
        }

        @Override
        public String toString() {
            return new String(letters, 0, length);
        }
    }

    /** A stretch of the text that Lucene reads, and where it begins. */
    private record Stretch(TokenStream words, CharTermAttribute word, OffsetAttribute place, int from) {}

    TextWords(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    /** Begins a text. */
    void read(String newText) {
        text = newText;
        at = 0;
        inStretch = false;
    }

    /** Goes to the next word; false where there is none. */
    boolean next() throws IOException {
        while (inStretch || at < text.length()) {
            if (inStretch) {
                if (nextOfStretch()) {
                    return true;
                }
                continue;
            }
            int sign = WordSigns.of(text.charAt(at));
            if (WordSigns.isOfWord(sign)) {
                int behind = wordEnd(at);
                if (behind > at) {
                    take(at, behind);
                    at = behind;
                    return true;
                }
                open();
            } else if (sign == WordSigns.UNKNOWN || isKeycap()) {
                open();
            } else {
                at++;
            }
        }
        return false;
    }

    /** As it stands, without accents and possessive. */
    Term exact() {
        return exact;
    }

    /** The same without case and plural. */
    Term folded() {
        return folded;
    }

    /** Whether it is all capitals and no abbreviation: "BORIS JOHNSON". */
    boolean isShouted() {
        return shouted;
    }

    /** A word that is shouted as a name has it, with one capital. */
    Term named() {
        return named;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    /** "#" and "*" before what makes a key of them. */
    private boolean isKeycap() {
        char c = text.charAt(at);
        return (c == '#' || c == '*') && at + 1 < text.length() && text.charAt(at + 1) > 127;
    }

    /** Behind the word that begins here; 0 where it needs more rules than there are here. */
    private int wordEnd(int from) {
        int length = Math.min(text.length(), from + LONGEST + 1);
        int i = from;
        joined = false;
        int last = WordSigns.UNKNOWN;
        while (true) {
            int sign = WordSigns.of(text.charAt(i));
            while (WordSigns.isOfWord(sign)) {
                last = sign;
                i++;
                sign = i < length ? WordSigns.of(text.charAt(i)) : WordSigns.BREAK;
            }
            if (i - from > LONGEST) {
                return 0;
            }
            if (i == text.length() || sign == WordSigns.BREAK) {
                return i;
            }
            int next = i + 1 < text.length() ? WordSigns.of(text.charAt(i + 1)) : WordSigns.BREAK;
            if (sign == WordSigns.UNKNOWN || next == WordSigns.UNKNOWN) {
                return 0;
            }
            if (!WordSigns.joins(last, sign, next)) {
                return i;
            }
            joined = true;
            i++;
        }
    }

    private void take(int from, int to) {
        start = from;
        end = to;
        int length = to - from;
        text.getChars(from, to, exact.letters, 0);
        if (joined && length > 2 && (exact.letters[length - 1] | 0x20) == 's'
                && isApostrophe(exact.letters[length - 2])) {
            length -= 2;
        }
        int letters = from;
        int elided = joined ? ArticleFields.elided(exact.letters, length) : 0;
        if (elided > 0) {
            letters += elided;
            length -= elided;
            System.arraycopy(exact.letters, elided, exact.letters, 0, length);
        }
        exact.length = length;
        char all = 0;
        int capitals = 0;
        for (int i = 0; i < length; i++) {
            char c = exact.letters[i];
            boolean capital = c >= 'A' && c <= 'Z';
            folded.letters[i] = capital ? (char) (c | 0x20) : c;
            capitals += capital ? 1 : 0;
            all |= c;
        }
        shouted = capitals == length && length >= LEAST_SHOUTED;
        if (shouted) {
            named.copy(folded.letters, length);
            named.letters[0] = exact.letters[0];
            named.key = WordKey.of(named.letters, length);
        }
        if (all > 127) {
            exact.length = AsciiFold.fold(text, letters, letters + length, exact.letters);
            finish();
            return;
        }
        exact.key = WordKey.of(exact.letters, length);
        folded.length = ArticleFields.withoutPlural(folded.letters, length);
        folded.key = capitals > 0 || folded.length != length ? WordKey.of(folded.letters, folded.length) : exact.key;
    }

    /** Folds a word that is not in ASCII letters alone. */
    private void finish() {
        exact.key = WordKey.of(exact.letters, exact.length);
        folded.copy(exact.letters, exact.length);
        CharacterUtils.toLowerCase(folded.letters, 0, folded.length);
        folded.length = ArticleFields.withoutPlural(folded.letters, folded.length);
        folded.key = WordKey.of(folded.letters, folded.length);
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '’';
    }

    /** Has Lucene read to a blank behind which a sign stands that is known here. */
    private void open() throws IOException {
        int to = at;
        while (to < text.length() && !(isBlank(text.charAt(to))
                && (to + 1 == text.length() || WordSigns.of(text.charAt(to + 1)) != WordSigns.UNKNOWN))) {
            to++;
        }
        TokenStream words = analyzer.tokenStream(ArticleFields.EXACT, text.substring(at, to));
        stretch = new Stretch(words, words.addAttribute(CharTermAttribute.class),
                words.addAttribute(OffsetAttribute.class), at);
        words.reset();
        inStretch = true;
        at = to;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n';
    }

    private boolean nextOfStretch() throws IOException {
        if (!stretch.words.incrementToken()) {
            stretch.words.end();
            stretch.words.close();
            inStretch = false;
            return false;
        }
        start = stretch.from + stretch.place.startOffset();
        end = stretch.from + stretch.place.endOffset();
        exact.copy(stretch.word.buffer(), stretch.word.length());
        shouted = false;
        finish();
        return true;
    }
}
