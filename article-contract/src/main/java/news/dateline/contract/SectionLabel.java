package news.dateline.contract;

import java.util.Optional;

/**
 * A section that an article belongs to.
 *
 * @param section    World, Politics, Business, …
 * @param score      calibrated probability, 0 to 1
 * @param mediaTopic IPTC Media Topic code, eight digits; World has none
 */
public record SectionLabel(String section, double score, Optional<String> mediaTopic) {
    public SectionLabel {
        section = Absent.requiredText(section, "section");
        mediaTopic = Absent.value(mediaTopic);
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score must be between 0 and 1");
        }
    }
}
