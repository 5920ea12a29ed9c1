package news.dateline.enrich.section;

import java.util.Objects;
import java.util.Optional;

/**
 * One section that a model knows, and how a margin of the linear model becomes its probability.
 *
 * @param name the section's name
 * @param mediaTopic its IPTC Media Topic code, where it has one
 * @param bias added to the weighted sum of an article's features
 * @param weightScale what one step of the section's quantised weights is worth
 * @param calibration from margin to probability
 * @param threshold the probability from which the section is given
 */
record SectionDefinition(
        String name,
        Optional<String> mediaTopic,
        float bias,
        float weightScale,
        Calibration calibration,
        double threshold) {
    SectionDefinition {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(mediaTopic, "mediaTopic");
        Objects.requireNonNull(calibration, "calibration");
    }

    SectionDefinition with(Calibration newCalibration, double newThreshold) {
        return new SectionDefinition(name, mediaTopic, bias, weightScale, newCalibration, newThreshold);
    }
}
