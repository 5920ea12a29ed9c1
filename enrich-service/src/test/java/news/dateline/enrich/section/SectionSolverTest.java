package news.dateline.enrich.section;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SectionSolverTest {
    private static final double COST = 10;

    /** Two words and a bias; the first word says section 0, the second section 1. */
    private static final int[] STARTS = {0, 2, 4, 6, 8};
    private static final int[] COLUMNS = {0, 2, 0, 2, 1, 2, 1, 2};
    private static final float[] VALUES = {1, 1, 1, 1, 1, 1, 1, 1};

    @Test
    void partsTheSectionsByTheirWords() {
        float[] weights = solve(new byte[]{1, -1, 1, -1, -1, 1, -1, 1});

        assertThat(weights[0] + weights[4]).as("word 0, section 0").isGreaterThan(0.8f);
        assertThat(weights[1] + weights[5]).as("word 0, section 1").isLessThan(-0.8f);
        assertThat(weights[2] + weights[4]).as("word 1, section 0").isLessThan(-0.8f);
        assertThat(weights[3] + weights[5]).as("word 1, section 1").isGreaterThan(0.8f);
    }

    @Test
    void learnsNothingFromWhatIsNotTaught() {
        float[] weights = solve(new byte[]{1, 0, 1, 0, -1, 0, -1, 0});

        assertThat(new float[]{weights[1], weights[3], weights[5]}).containsOnly(0);
        assertThat(weights[0]).isPositive();
    }

    @Test
    void givesTheSameBitsForTheSameSeed() {
        byte[] sides = {1, -1, -1, -1, -1, 1, 1, 1};

        assertThat(solve(sides)).containsExactly(solve(sides));
    }

    @Test
    void leansTowardsRightWhereMissingARightOneCostsMore() {
        byte[] contrary = {1, 0, -1, 0, 0, 0, 0, 0};

        float[] even = solver(contrary).solve(new float[6], new float[8], new double[]{0.25, 0.25}, 0.25, 1);
        float[] careful = solver(contrary).solve(new float[6], new float[8], new double[]{2.5, 0.25}, 0.25, 1);

        assertThat(careful[0] + careful[4]).isGreaterThan(even[0] + even[4] + 0.5f);
    }

    @Test
    void staysNearWhereItBeginsWhereNothingSpeaksAgainstIt() {
        float[] begun = {2, -2, -2, 2, 0, 0};

        float[] weights = solver(new byte[]{1, -1, 1, -1, -1, 1, -1, 1}).solve(begun, new float[8],
                new double[]{COST, COST}, COST, 1);

        assertThat(weights).containsExactly(begun);
    }

    private static float[] solve(byte[] sides) {
        return solver(sides).solve(new float[6], new float[8], new double[]{COST, COST}, COST, 1);
    }

    private static SectionSolver solver(byte[] sides) {
        return new SectionSolver(STARTS, COLUMNS, VALUES, sides, 2);
    }
}
