package news.dateline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import news.dateline.chassis.Health;
import news.dateline.chassis.Metrics;
import news.dateline.chassis.Service;
import org.junit.jupiter.api.Test;

class LocalPipelineTest {
    private final List<String> said = new ArrayList<>();

    @Test
    void waitsAsLongAsAServiceComesNearer() throws Exception {
        AtomicInteger left = new AtomicInteger(20);

        await(() -> left.decrementAndGet() <= 0
                ? Health.UP
                : new Health.Waiting("stores: " + left + " records to restore"));

        assertThat(said).hasSizeGreaterThan(5).last().asString().endsWith(" records to restore");
    }

    @Test
    void givesUpWhereAServiceStandsStill() {
        assertThatThrownBy(() -> await(() -> new Health.Waiting("stores: 50 records to restore")))
                .isInstanceOf(CannotStart.class)
                .hasMessage("slow is not ready; it waits for stores: 50 records to restore");
    }

    private void await(Supplier<Health> health) throws InterruptedException {
        try (Metrics metrics = new Metrics("slow")) {
            LocalPipeline.awaitUp(new Slow(health, metrics), Duration.ofMillis(1), said::add);
        }
    }

    /** A service that is as it is told to be. */
    private record Slow(Supplier<Health> told, Metrics metrics) implements Service {
        @Override
        public String name() {
            return "slow";
        }

        @Override
        public int port() {
            return 0;
        }

        @Override
        public Health health() {
            return told.get();
        }

        @Override
        public void close() {
            metrics.close();
        }
    }
}
