package news.dateline.enrich.section;

import java.util.Objects;
import java.util.Optional;

/**
 * A section with the probability that it is right for an article.
 *
 * @param section the section's name as the model has it
 * @param score calibrated probability, 0 to 1
 * @param mediaTopic IPTC Media Topic code such as {@code medtop:15000000}, where the section has one
 */
public record SectionScore(String section, double score, Optional<String> mediaTopic) {
    public SectionScore {
        Objects.requireNonNull(section, "section");
        Objects.requireNonNull(mediaTopic, "mediaTopic");
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score must be from 0 to 1: " + score);
        }
    }
}
