package news.dateline.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import news.dateline.chassis.Health;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class StoreRestoreTest {
    private static final TopicPartition FIRST = new TopicPartition("changelog", 0);
    private static final TopicPartition SECOND = new TopicPartition("changelog", 1);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final StoreRestore restore = new StoreRestore(registry);

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
}
