package news.dateline.chassis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class HealthTest {
    private static final Health WAITING = new Health.Waiting("paper");
    private static final Health FAILED = new Health.Failed("the press broke");

    @Test
    void isUpWhenEveryPartIs() {
        assertThat(Health.of(Health.UP, Health.UP)).isEqualTo(Health.UP);
    }

    @Test
    void isAsTheFirstPartThatWaits() {
        assertThat(Health.of(Health.UP, WAITING, new Health.Waiting("ink"))).isEqualTo(WAITING);
    }

    @Test
    void hasFailedWhenAnyPartHas() {
        assertThat(Health.of(WAITING, Health.UP, FAILED)).isEqualTo(FAILED);
    }

    @Test
    void troubleIsToldUntilItIsOverOrOld() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        Trouble trouble = new Trouble(Duration.ofSeconds(30), now::get);
        assertThat(trouble.health()).isEqualTo(Health.UP);

        trouble.happened("paper");
        assertThat(trouble.health()).isEqualTo(WAITING);
        trouble.isOver();
        assertThat(trouble.health()).isEqualTo(Health.UP);

        trouble.happened("paper");
        now.set(Instant.EPOCH.plusSeconds(30));
        assertThat(trouble.health()).isEqualTo(Health.UP);
    }
}
