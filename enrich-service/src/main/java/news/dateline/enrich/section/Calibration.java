package news.dateline.enrich.section;

/**
 * Platt's sigmoid: the probability that a section is right, given the linear model's margin for it.
 *
 * @param slope how sharply the probability rises with the margin
 * @param offset the log odds at margin 0
 */
record Calibration(double slope, double offset) {
    static final Calibration NONE = new Calibration(1, 0);

    private static final int MOST_STEPS = 100;
    private static final double RIDGE = 1e-9;

    double probability(double margin) {
        return 1 / (1 + Math.exp(-logOdds(margin)));
    }

    double logOdds(double margin) {
        return slope * margin + offset;
    }

    /**
     * Fits by Newton's method on weighted outcomes; Platt's smoothed targets keep the odds finite where margins part
     * right from wrong without an error.
     */
    static Calibration fit(double[] margins, boolean[] right, double[] weights) {
        double positives = 0;
        double negatives = 0;
        for (int i = 0; i < margins.length; i++) {
            if (right[i]) {
                positives += weights[i];
            } else {
                negatives += weights[i];
            }
        }
        double high = (positives + 1) / (positives + 2);
        double low = 1 / (negatives + 2);
        double slope = 1;
        double offset = Math.log((positives + 1) / (negatives + 1));
        for (int step = 0; step < MOST_STEPS; step++) {
            double gradientSlope = 0;
            double gradientOffset = 0;
            double slopeSlope = RIDGE;
            double slopeOffset = 0;
            double offsetOffset = RIDGE;
            for (int i = 0; i < margins.length; i++) {
                double p = 1 / (1 + Math.exp(-(slope * margins[i] + offset)));
                double error = weights[i] * (p - (right[i] ? high : low));
                double curvature = weights[i] * p * (1 - p);
                gradientSlope += error * margins[i];
                gradientOffset += error;
                slopeSlope += curvature * margins[i] * margins[i];
                slopeOffset += curvature * margins[i];
                offsetOffset += curvature;
            }
            double determinant = slopeSlope * offsetOffset - slopeOffset * slopeOffset;
            double moveSlope = (offsetOffset * gradientSlope - slopeOffset * gradientOffset) / determinant;
            double moveOffset = (slopeSlope * gradientOffset - slopeOffset * gradientSlope) / determinant;
            // A full Newton step may overshoot while the curve is still far off: never move by more than 2 at once.
            double damping = Math.min(1, 2 / Math.max(1e-12, Math.max(Math.abs(moveSlope), Math.abs(moveOffset))));
            slope -= damping * moveSlope;
            offset -= damping * moveOffset;
            if (Math.abs(moveSlope) < 1e-6 && Math.abs(moveOffset) < 1e-6) {
                break;
            }
        }
        return new Calibration(slope, offset);
    }
}
