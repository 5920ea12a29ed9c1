package news.dateline.enrich.section;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NaiveBayesTest {
    /** Words 0 and 1, and column 2 that is no word; the first word stands in articles of section 0, the second in others. */
    private static final int[] STARTS = {0, 2, 4, 6, 8};
    private static final int[] COLUMNS = {0, 2, 0, 2, 1, 2, 1, 2};
    private static final float[] VALUES = {1, 1, 1, 1, 1, 1, 1, 1};

    @Test
    void wordOfASectionSpeaksForIt() {
        float[] weights = words(new byte[]{1, 0, 1, 0, -1, 0, -1, 0}).weights(3);

        assertThat(weights[0]).as("word 0, section 0").isPositive();
        assertThat(weights[2]).as("word 1, section 0").isEqualTo(-weights[0]);
    }

    @Test
    void whatIsNoWordAndWhatIsNotTaughtWeighsNothing() {
        float[] weights = words(new byte[]{1, 0, 1, 0, -1, 0, -1, 0}).weights(3);

        assertThat(new float[]{weights[1], weights[3], weights[4], weights[5]}).containsOnly(0);
    }

    @Test
    void sectionOfWhichOneSideAloneIsKnownWeighsNothing() {
        assertThat(words(new byte[]{1, -1, 1, -1, 1, -1, 1, -1}).weights(3)).containsOnly(0);
    }

    @Test
    void withoutItsOwnLabelAnArticleIsToldByTheOthersAlone() {
        byte[] sides = {1, 0, 1, 0, -1, 0, -1, 0};
        float[] all = words(sides).weights(3);
        float change = words(sides).withoutOwnLabels()[0];

        // Article 0 apart, the share of right ones as it is: one of its word instead of two.
        double others = 0.1 * Math.log((1 / 0.5 + 40) / 40);
        assertThat(all[0] + change).isCloseTo((float) others, within(1e-6f));
    }

    private static NaiveBayes words(byte[] sides) {
        return new NaiveBayes(STARTS, COLUMNS, VALUES, sides, 2, 2);
    }
}
