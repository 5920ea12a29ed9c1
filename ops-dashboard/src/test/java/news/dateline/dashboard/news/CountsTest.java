package news.dateline.dashboard.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountsTest {
    private static final long NOW = 29_000_000;

    @Test
    void countsWithinTheLastHourAndDayAndForgetsWhatIsOlder() {
        CountsByName counts = new CountsByName(10);
        counts.add("Sport", NOW - MinuteRing.DAY);
        counts.add("Sport", NOW - MinuteRing.DAY + 1);
        counts.add("Sport", NOW - 60);
        counts.add("Sport", NOW - 59);
        counts.add("Sport", NOW);

        assertThat(counts.counts(NOW)).containsExactly(new CountsByName.Count("Sport", 2, 4));
        assertThat(counts.counts(NOW + MinuteRing.DAY)).isEmpty();
    }

    @Test
    void whatComesLateIsCountedInItsOwnMinute() {
        MinuteRing ring = new MinuteRing(0, NOW);
        ring.add(NOW - 5, 3);

        assertThat(List.of(ring.at(NOW - 5), ring.at(NOW - 4), ring.at(NOW + 1))).containsExactly(3, 0, 0);
        assertThat(ring.sum(NOW - 10, NOW)).isEqualTo(3);
    }

    @Test
    void namesThatNoLongerFitAreCountedTogether() {
        CountsByName counts = new CountsByName(2);
        List.of("a", "a", "b", "c", "d").forEach(name -> counts.add(name, NOW));

        assertThat(counts.counts(NOW)).containsExactly(new CountsByName.Count("a", 2, 2),
                new CountsByName.Count(CountsByName.OTHERS, 2, 2), new CountsByName.Count("b", 1, 1));
    }

    @Test
    void percentilesAreRightToAnEighth() {
        Latencies latencies = new Latencies(NOW);
        for (int i = 1; i <= 1000; i++) {
            latencies.add(NOW, Duration.ofMillis(10L * i));
        }

        assertThat(latencies.seconds(0.5, NOW, NOW).orElseThrow()).isCloseTo(5, within(5 * 0.125));
        assertThat(latencies.seconds(0.99, NOW, NOW).orElseThrow()).isCloseTo(9.9, within(9.9 * 0.125));
        assertThat(latencies.seconds(0.5, NOW - 2, NOW - 1)).isEmpty();
    }
}
