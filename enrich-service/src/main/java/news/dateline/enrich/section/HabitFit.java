package news.dateline.enrich.section;

/**
 * Logistic regression over sparse rows that starts from given log odds: what these lack is learned, and shrunk.
 *
 * <p>Newton's method, each step by conjugate gradients; the same rows give the same bits.
 */
final class HabitFit {
    private static final int MOST_STEPS = 12;
    private static final int MOST_DIRECTIONS = 20;
    private static final double ENOUGH = 0.01;

    private final int[][] columns;
    private final float[][] values;
    private final double[] offsets;
    private final boolean[] right;
    private final double[] ridge;

    /**
     * @param columns for each row, the columns that are not 0
     * @param values as {@code columns}
     * @param offsets the log odds to start from
     * @param ridge for each column, how much its square costs
     */
    HabitFit(int[][] columns, float[][] values, double[] offsets, boolean[] right, double[] ridge) {
        this.columns = columns;
        this.values = values;
        this.offsets = offsets;
        this.right = right;
        this.ridge = ridge;
    }

    double[] fit() {
        double[] weights = new double[ridge.length];
        double[] sums = offsets.clone();
        double first = -1;
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] errors = new double[sums.length];
            double[] curvature = new double[sums.length];
            for (int row = 0; row < sums.length; row++) {
                double p = 1 / (1 + Math.exp(-sums[row]));
                errors[row] = (right[row] ? 1 : 0) - p;
                curvature[row] = p * (1 - p);
            }
            double[] slope = transposed(errors);
            for (int column = 0; column < slope.length; column++) {
                slope[column] -= ridge[column] * weights[column];
            }
            double steepness = Math.sqrt(dot(slope, slope));
            first = first < 0 ? steepness : first;
            if (steepness <= ENOUGH * first) {
                break;
            }
            double[] move = direction(slope, curvature);
            move(weights, sums, move);
        }
        return weights;
    }

    /** Moves as far as it lowers the loss: all the way, or half of it, or half of that. */
    private void move(double[] weights, double[] sums, double[] move) {
        double[] moved = product(move);
        double before = loss(weights, sums);
        for (double share = 1; share > 0.01; share /= 2) {
            double[] newWeights = weights.clone();
            double[] newSums = sums.clone();
            for (int column = 0; column < newWeights.length; column++) {
                newWeights[column] += share * move[column];
            }
            for (int row = 0; row < newSums.length; row++) {
                newSums[row] += share * moved[row];
            }
            if (loss(newWeights, newSums) < before) {
                System.arraycopy(newWeights, 0, weights, 0, weights.length);
                System.arraycopy(newSums, 0, sums, 0, sums.length);
                return;
            }
        }
    }

    private double loss(double[] weights, double[] sums) {
        double loss = 0;
        for (int row = 0; row < sums.length; row++) {
            double wrong = right[row] ? -sums[row] : sums[row];
            loss += wrong > 30 ? wrong : Math.log1p(Math.exp(wrong));
        }
        for (int column = 0; column < weights.length; column++) {
            loss += ridge[column] * weights[column] * weights[column] / 2;
        }
        return loss;
    }

    /** Solves (X' C X + ridge) move = slope, well enough. */
    private double[] direction(double[] slope, double[] curvature) {
        double[] scale = ridge.clone();
        for (int row = 0; row < columns.length; row++) {
            for (int i = 0; i < columns[row].length; i++) {
                scale[columns[row][i]] += curvature[row] * values[row][i] * values[row][i];
            }
        }
        double[] move = new double[slope.length];
        double[] rest = slope.clone();
        double[] along = divided(rest, scale);
        double worth = dot(rest, along);
        double end = worth * ENOUGH;
        for (int i = 0; i < MOST_DIRECTIONS && worth > end; i++) {
            double[] curved = product(along);
            for (int row = 0; row < curved.length; row++) {
                curved[row] *= curvature[row];
            }
            double[] image = transposed(curved);
            for (int column = 0; column < image.length; column++) {
                image[column] += ridge[column] * along[column];
            }
            double far = worth / dot(along, image);
            for (int column = 0; column < move.length; column++) {
                move[column] += far * along[column];
                rest[column] -= far * image[column];
            }
            double[] scaled = divided(rest, scale);
            double next = dot(rest, scaled);
            for (int column = 0; column < along.length; column++) {
                along[column] = scaled[column] + next / worth * along[column];
            }
            worth = next;
        }
        return move;
    }

    private double[] product(double[] weights) {
        double[] sums = new double[columns.length];
        for (int row = 0; row < sums.length; row++) {
            double sum = 0;
            for (int i = 0; i < columns[row].length; i++) {
                sum += values[row][i] * weights[columns[row][i]];
            }
            sums[row] = sum;
        }
        return sums;
    }

    private double[] transposed(double[] ofRows) {
        double[] sums = new double[ridge.length];
        for (int row = 0; row < columns.length; row++) {
            for (int i = 0; i < columns[row].length; i++) {
                sums[columns[row][i]] += values[row][i] * ofRows[row];
            }
        }
        return sums;
    }

    private static double[] divided(double[] one, double[] other) {
        double[] parts = new double[one.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = one[i] / other[i];
        }
        return parts;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
