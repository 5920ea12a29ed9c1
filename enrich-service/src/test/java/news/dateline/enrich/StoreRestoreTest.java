package news.dateline.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import news.dateline.chassis.Health;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams.State;
import org.junit.jupiter.api.Test;

class StoreRestoreTest {
    private static final TopicPartition FIRST = new TopicPartition("changelog", 0);
    private static final TopicPartition SECOND = new TopicPartition("changelog", 1);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final StoreRestore restore = new StoreRestore(registry, now::get);

    @Test
    void waitsUntilEveryStoreIsBack() {
        assertThat(restore.health()).isEqualTo(Health.UP);

        restore.onRestoreStart(FIRST, "revisions", 100, 1_100);
        restore.onRestoreStart(SECOND, "revisions", 0, 500);
        restore.onBatchRestored(FIRST, "revisions", 400, 300);
        assertThat(restore.health()).isEqualTo(new Health.Waiting("stores: 1200 records to restore"));
        assertThat(registry.get("dateline.restore.remaining.records").gauge().value()).isEqualTo(1_200.0);

        restore.onRestoreEnd(FIRST, "revisions", 1_000);
        assertThat(restore.health()).isEqualTo(new Health.Waiting("stores: 500 records to restore"));

        restore.onRestoreSuspended(SECOND, "revisions", 0);
        assertThat(restore.health()).isEqualTo(Health.UP);
        assertThat(registry.get("dateline.restored.records").counter().count()).isEqualTo(300.0);
    }

    @Test
    void waitsForNothingThatAThreadLeftBehindWhenItEnded() {
        restore.onRestoreStart(FIRST, "revisions", 0, 1_000);

        restore.onChange(State.REBALANCING, State.RUNNING);
        assertThat(restore.health()).isEqualTo(new Health.Waiting("stores: 1000 records to restore"));

        restore.onChange(State.RUNNING, State.REBALANCING);
        assertThat(restore.health()).isEqualTo(Health.UP);
        assertThat(registry.get("dateline.restore.remaining.records").gauge().value()).isZero();
    }

    @Test
    void tellsWhatHasNotMovedForSomeSeconds() {
        restore.onRestoreStart(FIRST, "revisions", 0, 1_000);
        restore.onRestoreStart(SECOND, "revisions", 0, 1_000);
        now.set(Instant.EPOCH.plusSeconds(8));
        assertThat(restore.standing()).containsExactlyInAnyOrder(FIRST, SECOND);

        restore.onBatchRestored(FIRST, "revisions", 400, 300);
        assertThat(restore.standing()).containsExactly(SECOND);

        restore.onRestoreEnd(SECOND, "revisions", 1_000);
        assertThat(restore.standing()).isEmpty();
    }
}
