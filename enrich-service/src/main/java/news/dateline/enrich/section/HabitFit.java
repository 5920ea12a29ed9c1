package news.dateline.enrich.section;

import java.util.Arrays;

/**
 * Which of several sections, by multinomial logistic regression over sparse rows that starts from given log odds: what
 * these lack is learned, and shrunk.
 *
 * <p>Newton's method, each step by conjugate gradients; the same rows give the same bits.
 */
final class HabitFit {
    private static final int MOST_STEPS = 30;
    private static final int MOST_DIRECTIONS = 20;
    private static final double ENOUGH = 0.01;
    private static final double LEAST_SHARE = 1e-5;

    private final int[][] columns;
    private final float[][] values;
    private final double[][] offsets;
    private final double[][] shares;
    private final double[] ridge;
    private final int sections;

    /**
     * @param columns for each row, the columns that are not 0
     * @param values as {@code columns}
     * @param offsets for each row, the log odds of each section to start from; minus infinity where it cannot be one
     * @param shares for each row, how much of it each section has; 1 together
     * @param ridge for each column, how much its square costs
     */
    HabitFit(int[][] columns, float[][] values, double[][] offsets, double[][] shares, double[] ridge) {
        this.columns = columns;
        this.values = values;
        this.offsets = offsets;
        this.shares = shares;
        this.ridge = ridge;
        sections = offsets[0].length;
    }

    /** The weights, column after column, a row of one for each section. */
    double[] fit() {
        double[] weights = new double[ridge.length * sections];
        double[][] sums = Arrays.stream(offsets).map(double[]::clone).toArray(double[][]::new);
        double first = -1;
        for (int step = 0; step < MOST_STEPS; step++) {
            double[][] probable = new double[sums.length][];
            double[][] errors = new double[sums.length][sections];
            for (int row = 0; row < sums.length; row++) {
                probable[row] = probable(sums[row]);
                for (int section = 0; section < sections; section++) {
                    errors[row][section] = shares[row][section] - probable[row][section];
                }
            }
            double[] slope = transposed(errors);
            for (int i = 0; i < slope.length; i++) {
                slope[i] -= ridge[i / sections] * weights[i];
            }
            double steepness = Math.sqrt(dot(slope, slope));
            first = first < 0 ? steepness : first;
            if (steepness <= ENOUGH * first) {
                break;
            }
            move(weights, sums, direction(slope, probable));
        }
        return weights;
    }

    /** The probability of each section, 1 together. */
    static double[] probable(double[] logOdds) {
        double largest = Arrays.stream(logOdds).max().orElse(0);
        double[] probable = new double[logOdds.length];
        double all = 0;
        for (int section = 0; section < probable.length; section++) {
            probable[section] = Math.exp(logOdds[section] - largest);
            all += probable[section];
        }
        for (int section = 0; section < probable.length; section++) {
            probable[section] /= all;
        }
        return probable;
    }

    /** Moves as far as it lowers the loss: all the way, or half of it, or half of that, and so on. */
    private void move(double[] weights, double[][] sums, double[] move) {
        double[][] moved = product(move);
        double before = loss(weights, sums);
        for (double share = 1; share > LEAST_SHARE; share /= 2) {
            double[] newWeights = weights.clone();
            for (int i = 0; i < newWeights.length; i++) {
                newWeights[i] += share * move[i];
            }
            double[][] newSums = new double[sums.length][sections];
            for (int row = 0; row < sums.length; row++) {
                for (int section = 0; section < sections; section++) {
                    newSums[row][section] = sums[row][section] + share * moved[row][section];
                }
            }
            if (loss(newWeights, newSums) < before) {
                System.arraycopy(newWeights, 0, weights, 0, weights.length);
                System.arraycopy(newSums, 0, sums, 0, sums.length);
                return;
            }
        }
    }

    private double loss(double[] weights, double[][] sums) {
        double loss = 0;
        for (int row = 0; row < sums.length; row++) {
            double[] probable = probable(sums[row]);
            for (int section = 0; section < sections; section++) {
                if (shares[row][section] > 0) {
                    loss -= shares[row][section] * Math.log(Math.max(1e-300, probable[section]));
                }
            }
        }
        for (int i = 0; i < weights.length; i++) {
            loss += ridge[i / sections] * weights[i] * weights[i] / 2;
        }
        return loss;
    }

    /** Solves (curvature + ridge) move = slope, well enough. */
    private double[] direction(double[] slope, double[][] probable) {
        double[] scale = new double[slope.length];
        for (int i = 0; i < scale.length; i++) {
            scale[i] = ridge[i / sections];
        }
        for (int row = 0; row < columns.length; row++) {
            for (int i = 0; i < columns[row].length; i++) {
                double square = values[row][i] * values[row][i];
                for (int section = 0; section < sections; section++) {
                    double p = probable[row][section];
                    scale[columns[row][i] * sections + section] += p * (1 - p) * square;
                }
            }
        }
        double[] move = new double[slope.length];
        double[] rest = slope.clone();
        double[] along = divided(rest, scale);
        double worth = dot(rest, along);
        double end = worth * ENOUGH;
        for (int i = 0; i < MOST_DIRECTIONS && worth > end; i++) {
            double[] image = curved(along, probable);
            double far = worth / dot(along, image);
            for (int at = 0; at < move.length; at++) {
                move[at] += far * along[at];
                rest[at] -= far * image[at];
            }
            double[] scaled = divided(rest, scale);
            double next = dot(rest, scaled);
            for (int at = 0; at < along.length; at++) {
                along[at] = scaled[at] + next / worth * along[at];
            }
            worth = next;
        }
        return move;
    }

    private double[] curved(double[] along, double[][] probable) {
        double[][] sums = product(along);
        for (int row = 0; row < sums.length; row++) {
            double mean = dot(sums[row], probable[row]);
            for (int section = 0; section < sections; section++) {
                sums[row][section] = probable[row][section] * (sums[row][section] - mean);
            }
        }
        double[] image = transposed(sums);
        for (int i = 0; i < image.length; i++) {
            image[i] += ridge[i / sections] * along[i];
        }
        return image;
    }

    private double[][] product(double[] weights) {
        double[][] sums = new double[columns.length][sections];
        for (int row = 0; row < sums.length; row++) {
            for (int i = 0; i < columns[row].length; i++) {
                int from = columns[row][i] * sections;
                for (int section = 0; section < sections; section++) {
                    sums[row][section] += values[row][i] * weights[from + section];
                }
            }
        }
        return sums;
    }

    private double[] transposed(double[][] ofRows) {
        double[] sums = new double[ridge.length * sections];
        for (int row = 0; row < columns.length; row++) {
            for (int i = 0; i < columns[row].length; i++) {
                int from = columns[row][i] * sections;
                for (int section = 0; section < sections; section++) {
                    sums[from + section] += values[row][i] * ofRows[row][section];
                }
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
