package news.dateline.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import news.dateline.chassis.InvalidSettings;
import org.junit.jupiter.api.Test;

class DashboardSettingsTest {
    @Test
    void thisMachineNeedsNoToken() {
        assertThat(DashboardSettings.read(Map.of()).tokens().isEmpty()).isTrue();
    }

    @Test
    void whoeverListensForOthersMustNameAToken() {
        assertThatThrownBy(() -> DashboardSettings.read(Map.of("DATELINE_DASHBOARD_HOST", "0.0.0.0")))
                .isInstanceOf(InvalidSettings.class).hasMessageContaining("DATELINE_DASHBOARD_TOKEN");
        assertThat(DashboardSettings.read(Map.of("DATELINE_DASHBOARD_HOST", "0.0.0.0", "DATELINE_DASHBOARD_TOKEN",
                "sesame-sesame-sesame")).tokens().isRight("sesame-sesame-sesame")).isTrue();
    }

    @Test
    void aBadTokenIsNotQuoted() {
        assertThatThrownBy(() -> DashboardSettings.read(Map.of("DATELINE_DASHBOARD_TOKEN", "short")))
                .isInstanceOf(InvalidSettings.class).hasMessageNotContaining("short'");
    }
}
