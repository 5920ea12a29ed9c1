package news.dateline.dashboard.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StepPulseTest {
    private static final Instant START = Instant.parse("2026-11-24T03:00:00Z");

    private final StepPulse pulse = new StepPulse();

    @Test
    void isWellWhileItKeepsUp() {
        assertThat(judge(0, 10, 0, 0).state()).isEqualTo(StepState.WELL);
        assertThat(judge(60, 500, 40, 1).state()).isEqualTo(StepState.WELL);
    }

    @Test
    void isWellWhenNothingComes() {
        judge(0, 10, 0, 0);

        assertThat(judge(3600, 10, 0, 0).state()).isEqualTo(StepState.WELL);
    }

    @Test
    void isSickWhenRecordsWaitAndNothingMovesForTenSeconds() {
        judge(0, 10, 0, 0);

        assertThat(judge(9, 10, 5, 9).state()).isEqualTo(StepState.WELL);
        assertThat(judge(10, 10, 5, 10)).isEqualTo(new StepPulse.Verdict(StepState.SICK, "stands still"));
    }

    @Test
    void isLateWhileItCatchesUp() {
        judge(0, 10, 90_000, 3000);
        judge(30, 20_000, 70_000, 2000);

        assertThat(judge(60, 40_000, 50_000, 1000)).isEqualTo(new StepPulse.Verdict(StepState.LATE, "catches up"));
    }

    @Test
    void isSickWhenItWorksAndFallsBehindFurther() {
        judge(0, 10, 90_000, 50);
        judge(30, 20_000, 95_000, 70);

        assertThat(judge(60, 40_000, 99_000, 90)).isEqualTo(new StepPulse.Verdict(StepState.SICK, "falls behind"));
    }

    @Test
    void isLateWithoutReadersAndSickAsSoonAsRecordsWaitForThem() {
        assertThat(pulse.judge(START, 10, 0, Duration.ZERO, Optional.of(0)))
                .isEqualTo(new StepPulse.Verdict(StepState.LATE, "has no reader"));
        assertThat(pulse.judge(START.plusSeconds(4), 10, 1, Duration.ofSeconds(3), Optional.of(0)))
                .isEqualTo(new StepPulse.Verdict(StepState.SICK, "has no reader"));
    }

    private StepPulse.Verdict judge(int second, long done, long lag, int behindSeconds) {
        return pulse.judge(START.plusSeconds(second), done, lag, Duration.ofSeconds(behindSeconds), Optional.of(1));
    }
}
