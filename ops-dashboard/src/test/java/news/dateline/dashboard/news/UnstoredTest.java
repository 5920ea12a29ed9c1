package news.dateline.dashboard.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnstoredTest {
    private static final Instant RECEIVED = Instant.parse("2026-11-24T03:00:00Z");
    private static final Instant STORED = RECEIVED.plusSeconds(2);

    private final Unstored unstored = new Unstored();
    private final List<Optional<Instant>> told = new ArrayList<>();

    @Test
    void tellsWhenEachArticleBeforeTheCommittedOffsetWasStored() {
        enriched(0, 5, false);
        enriched(0, 7, false);
        stored(0, 6);

        assertThat(told).containsExactly(Optional.of(STORED));
    }

    @Test
    void tellsOfAnArticleThatWasStoredBeforeItWasSeen() {
        stored(0, 6);
        enriched(0, 5, false);

        assertThat(told).containsExactly(Optional.of(STORED));
    }

    @Test
    void claimsNoTimeForWhatWasThereBeforeAnybodyLooked() {
        enriched(0, 5, true);
        stored(0, 6);

        assertThat(told).containsExactly(Optional.empty());
    }

    @Test
    void partitionsHaveOffsetsOfTheirOwn() {
        enriched(1, 5, false);
        stored(0, 6);

        assertThat(told).isEmpty();
    }

    private void enriched(int partition, long offset, boolean old) {
        unstored.enriched(partition, offset, RECEIVED, old, (receivedAt, storedAt) -> told.add(storedAt));
    }

    private void stored(int partition, long offset) {
        unstored.stored(partition, offset, STORED, (receivedAt, storedAt) -> told.add(storedAt));
    }
}
