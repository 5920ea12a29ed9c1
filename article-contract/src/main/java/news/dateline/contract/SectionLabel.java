package news.dateline.contract;

import java.util.List;
import java.util.Optional;

/**
 * A section that an article belongs to.
 *
 * @param section    World, Politics, Business, …
 * @param score      calibrated probability, 0 to 1
 * @param mediaTopic IPTC Media Topic code, eight digits; World has none
 * @param because    what speaks most for it, strongest first
 */
public record SectionLabel(String section, double score, Optional<String> mediaTopic, List<Evidence> because) {
    public SectionLabel {
        section = Absent.requiredText(section, "section");
        mediaTopic = Absent.value(mediaTopic);
        because = Absent.list(because);
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("score must be between 0 and 1");
        }
    }
}
