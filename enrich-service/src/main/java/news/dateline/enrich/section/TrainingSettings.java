package news.dateline.enrich.section;

import java.util.Objects;

/**
 * How a section model is trained.
 *
 * @param language ISO 639-1 code of the language that the articles are in
 * @param seed of the solver's order; the same data and seed give the same bytes
 * @param cost how much an article on the wrong side costs
 * @param balance how far rare sections are weighed up: 0 not at all, 1 to the weight of all others together
 * @param folds groups of publishers held out in turn
 * @param mostFeatures n-grams kept, the most widespread first
 */
public record TrainingSettings(
        String language, long seed, double cost, double balance, int folds, int mostFeatures) {
    public TrainingSettings {
        Objects.requireNonNull(language, "language");
        if (folds < 2) {
            throw new IllegalArgumentException("folds must be 2 or more: " + folds);
        }
        if (!(cost > 0) || mostFeatures < 1) {
            throw new IllegalArgumentException("cost and mostFeatures must be above 0");
        }
    }

    /** What the bundled model is trained with. */
    public static TrainingSettings defaults() {
        return new TrainingSettings("en", 20_200_511L, 0.5, 0.5, 5, 320_000);
    }
}
