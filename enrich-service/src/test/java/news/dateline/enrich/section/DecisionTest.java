package news.dateline.enrich.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DecisionTest {
    private static final List<SectionDefinition> SECTIONS = List.of(section("Chess", 0.3), section("Garden", 0.5));

    @Test
    void givesAllThatReachTheirThreshold() {
        assertThat(Decision.given(new double[]{0.3, 0.7}, SECTIONS)).containsExactly(true, true);
        assertThat(Decision.given(new double[]{0.29, 0.7}, SECTIONS)).containsExactly(false, true);
    }

    @Test
    void givesTheNearestAloneWhereNoneReachesItsThreshold() {
        assertThat(Decision.given(new double[]{0.25, 0.4}, SECTIONS)).containsExactly(true, false);
    }

    @Test
    void givesNoneWhereNoneIsNear() {
        assertThat(Decision.given(new double[]{0.15, 0.2}, SECTIONS)).containsExactly(false, false);
    }

    private static SectionDefinition section(String name, double threshold) {
        return new SectionDefinition(name, Optional.empty(), 0, 1, Calibration.NONE, threshold);
    }
}
