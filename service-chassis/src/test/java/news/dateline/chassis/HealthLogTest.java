package news.dateline.chassis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthLogTest {
    private final LogLines log = new LogLines(HealthLog.class);
    private final ToldService press = new ToldService();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final HealthLog health = new HealthLog(press, now::get);

    @AfterEach
    void close() {
        log.close();
        press.close();
    }

    private void look(Health as, Duration later) {
        press.health = as;
        now.set(now.get().plus(later));
        health.look();
    }

    @Test
    void saysNothingWhileAllIsWell() {
        look(Health.UP, Duration.ZERO);
        look(Health.UP, Duration.ofHours(1));

        assertThat(log.lines()).isEmpty();
    }

    @Test
    void saysOnceWhatIsWaitedForAndWhenThatIsOver() {
        look(new Health.Waiting("paper"), Duration.ofSeconds(1));
        look(new Health.Waiting("paper"), Duration.ofSeconds(1));
        look(new Health.Waiting("ink"), Duration.ofSeconds(1));
        look(Health.UP, Duration.ofSeconds(10));

        assertThat(log.lines()).containsExactly("WARN waiting what=paper service=press after=PT1S",
                "WARN waiting what=ink service=press after=PT2S", "INFO up service=press after=PT12S");
    }

    @Test
    void remindsEveryFiveMinutes() {
        for (int minute = 0; minute <= 10; minute++) {
            look(new Health.Waiting("paper"), Duration.ofSeconds(61));
        }

        assertThat(log.lines()).hasSize(3).last().isEqualTo("WARN waiting what=paper service=press after=PT10M10S");
    }

    @Test
    void saysWhyItHasFailedAndForHowLong() {
        look(new Health.Failed("the press broke"), Duration.ofSeconds(5));
        look(new Health.Failed("the press broke"), Duration.ofSeconds(5));

        assertThat(log.lines()).containsExactly("ERROR failed why=the press broke service=press after=PT5S");
        assertThat(health.lasting()).isEqualTo(Duration.ofSeconds(5));
    }
}
