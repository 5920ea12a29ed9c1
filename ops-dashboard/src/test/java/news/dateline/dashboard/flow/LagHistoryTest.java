package news.dateline.dashboard.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.dateline.dashboard.news.News;
import org.junit.jupiter.api.Test;

class LagHistoryTest {
    private static final Instant STARTED = Instant.parse("2026-11-24T03:00:30Z");
    private static final long MINUTE = News.minute(STARTED);

    private final LagHistory lags = new LagHistory(STARTED);

    @Test
    void enrichedArticlesTellHowManyWaitedBeforeAnybodyWatched() {
        waited(-5, -2);
        waited(-4, -2);
        waited(-3, -3);

        seen(7);

        assertThat(lags.plot(MINUTE - 6, MINUTE).get("enrich")).containsExactly(Optional.empty(), Optional.of(1),
                Optional.of(2), Optional.of(2), Optional.of(0), Optional.of(0), Optional.of(7));
        assertThat(lags.plot(MINUTE - 1, MINUTE).get("sink")).containsExactly(Optional.empty(), Optional.of(3));
    }

    @Test
    void anArticleThatIsEnrichedAtLastHasWaitedAllTheTime() {
        waited(-2, -1);
        seen(1);

        waited(-3, 5);

        assertThat(lags.plot(MINUTE - 3, MINUTE).get("enrich")).containsExactly(Optional.of(1), Optional.of(2),
                Optional.of(1), Optional.of(1));
    }

    /** Its beginning is forgotten by now, and what came later must not be counted less for that. */
    @Test
    void whatWaitedForLongerThanADayHidesNothing() {
        waited(-2000, -3);
        waited(-2, 0);

        seen(0);

        assertThat(lags.plot(MINUTE - 4, MINUTE - 1).get("enrich")).containsExactly(Optional.of(1), Optional.of(0),
                Optional.of(1), Optional.of(1));
    }

    private void seen(long enrichLag) {
        lags.add(List.of(step("enrich", enrichLag), step("sink", 3)), MINUTE);
    }

    private static Flow.Step step(String service, long lag) {
        return new Flow.Step(service, "topic", lag, 0, Optional.empty(), 0, StepState.WELL, "");
    }

    private void waited(long fromMinute, long toMinute) {
        lags.waited(STARTED.plusSeconds(60 * fromMinute), STARTED.plusSeconds(60 * toMinute));
    }
}
