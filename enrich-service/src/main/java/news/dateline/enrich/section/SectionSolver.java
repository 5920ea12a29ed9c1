package news.dateline.enrich.section;

import java.util.Random;

/**
 * Fits a linear classifier for each section, all in one pass over the articles: the squared hinge with a squared penalty,
 * by coordinate descent in the dual (Hsieh and others, 2008).
 *
 * <p>An article is fetched once for all sections, which costs a fifth of fitting them one after the other. The number of
 * rounds is fixed: the same rows and seed give the same bits.
 */
final class SectionSolver {
    private static final int ROUNDS = 8;
    /** Moving less changes nothing that is left after rounding to 8 bits. */
    private static final float LEAST_MOVE = 1e-5f;

    private final int[] starts;
    private final int[] columns;
    private final float[] values;
    private final byte[] sides;
    private final int sections;

    /**
     * @param starts where each row begins in the next two, and where the last one ends
     * @param sides of each row and section: 1 right, -1 wrong, 0 not taught
     */
    SectionSolver(int[] starts, int[] columns, float[] values, byte[] sides, int sections) {
        this.starts = starts;
        this.columns = columns;
        this.values = values;
        this.sides = sides;
        this.sections = sections;
    }

    /**
     * The weights, column after column, a row of one for each section.
     *
     * @param begun       weights to begin with, and that departing from is penalised
     * @param margins     for each row and section, what is added to the margin that the weights give
     * @param costOfRight for each section, how much an article on the wrong side costs that should be on the right one
     * @param costOfWrong the other way round
     */
    float[] solve(float[] begun, float[] margins, double[] costOfRight, double costOfWrong, long seed) {
        int rows = starts.length - 1;
        float[] weights = begun.clone();
        float[] duals = new float[rows * sections];
        float[] squares = squares();
        float[] sums = new float[sections];
        float[] moves = new float[sections];
        int[] order = new int[rows];
        for (int row = 0; row < rows; row++) {
            order[row] = row;
        }
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            shuffle(order, random);
            for (int row : order) {
                sum(row, weights, sums);
                boolean moved = false;
                for (int section = 0; section < sections; section++) {
                    int at = row * sections + section;
                    int side = sides[at];
                    moves[section] = 0;
                    if (side != 0) {
                        float softness = (float) (0.5 / (side > 0 ? costOfRight[section] : costOfWrong));
                        float slope = side * (sums[section] + margins[at]) - 1 + duals[at] * softness;
                        float dual = Math.max(0, duals[at] - slope / (squares[row] + softness));
                        if (Math.abs(dual - duals[at]) > LEAST_MOVE) {
                            moves[section] = (dual - duals[at]) * side;
                            duals[at] = dual;
                            moved = true;
                        }
                    }
                }
                if (moved) {
                    move(row, weights, moves);
                }
            }
        }
        return weights;
    }

    private void sum(int row, float[] weights, float[] sums) {
        for (int section = 0; section < sections; section++) {
            sums[section] = 0;
        }
        for (int i = starts[row]; i < starts[row + 1]; i++) {
            int from = columns[i] * sections;
            float value = values[i];
            for (int section = 0; section < sections; section++) {
                sums[section] += weights[from + section] * value;
            }
        }
    }

    private void move(int row, float[] weights, float[] moves) {
        for (int i = starts[row]; i < starts[row + 1]; i++) {
            int from = columns[i] * sections;
            float value = values[i];
            for (int section = 0; section < sections; section++) {
                weights[from + section] += moves[section] * value;
            }
        }
    }

    private float[] squares() {
        float[] squares = new float[starts.length - 1];
        for (int row = 0; row < squares.length; row++) {
            for (int i = starts[row]; i < starts[row + 1]; i++) {
                squares[row] += values[i] * values[i];
            }
        }
        return squares;
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int moved = order[i];
            order[i] = order[other];
            order[other] = moved;
        }
    }
}
