package news.dateline.chassis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutcomeLogTest {
    private final LogLines log = new LogLines(OutcomeLog.class);
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final OutcomeLog outcomes = new OutcomeLog(now::get);

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void tellsAnOutcomeWithItsKeys() {
        outcomes.tell("rejected", Map.of("reason", "no-text"));

        assertThat(log.lines()).containsExactly("WARN rejected reason=no-text");
    }

    @Test
    void tellsAFewOfManyAMinuteAndThenHowManyItLeftOut() {
        for (int i = 0; i < 1_000; i++) {
            outcomes.tell("rejected", Map.of());
        }
        outcomes.tell("unavailable", Map.of());
        assertThat(log.lines()).hasSize(21).last().isEqualTo("WARN unavailable");

        now.set(Instant.EPOCH.plusSeconds(60));
        outcomes.tell("rejected", Map.of());
        outcomes.tell("rejected", Map.of());

        assertThat(log.lines()).hasSize(23).endsWith("WARN rejected untold=980", "WARN rejected");
    }

    @Test
    void valueMakesNoLineOfItsOwnAndHasAnEnd() {
        outcomes.tell("rejected", Map.of("rule", "a\nb" + "x".repeat(1_000)));

        assertThat(log.lines().getFirst()).startsWith("WARN rejected rule=a b").hasSizeLessThan(330);
    }
}
