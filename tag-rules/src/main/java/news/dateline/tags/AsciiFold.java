package news.dateline.tags;

import java.util.Arrays;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;

/**
 * Letters without their accents, as Lucene has them.
 *
 * <p>Lucene's method is one switch, so long that no JVM compiles it. It is asked once about each sign that a word may have
 * here; what it said is looked up.
 */
final class AsciiFold {
    /** One letter is folded to four at most. */
    static final int GROWS = 4;

    private static final char[][] FOLDED = new char[WordSigns.KNOWN][];

    /** All that {@link WordSigns} takes for part of a word beyond those. */
    private static final char[] APOSTROPHE = byLucene('’');

    static {
        for (char c = 0; c < FOLDED.length; c++) {
            FOLDED[c] = byLucene(c);
        }
    }

    private AsciiFold() {
    }

    /** Folds a word of a text; returns the length of what it becomes. */
    static int fold(String text, int start, int end, char[] folded) {
        int length = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            for (char letter : c < FOLDED.length ? FOLDED[c] : APOSTROPHE) {
                folded[length++] = letter;
            }
        }
        return length;
    }

    private static char[] byLucene(char letter) {
        char[] folded = new char[GROWS];
        return Arrays.copyOf(folded, ASCIIFoldingFilter.foldToASCII(new char[]{letter}, 0, folded, 0, 1));
    }
}
