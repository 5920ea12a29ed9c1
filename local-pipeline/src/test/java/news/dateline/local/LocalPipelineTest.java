package news.dateline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import news.dateline.chassis.Health;
import news.dateline.chassis.Metrics;
import news.dateline.chassis.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPipelineTest {
    private static final Duration NO_PATIENCE = Duration.ZERO;

    @Test
    void waitsForAServiceThatComesOnHoweverLongThatTakes() throws InterruptedException {
        List<String> said = new ArrayList<>();
        var restoring = Stream.iterate(9, left -> left >= 0, left -> left - 1).map(left -> left == 0
                ? Health.UP
                : new Health.Waiting("stores: " + left + " records to restore")).iterator();

        LocalPipeline.awaitUp(new Slow(restoring::next), NO_PATIENCE, said::add);

        assertThat(said).isNotEmpty().allMatch(line -> line.matches("slow waits for stores: \\d records to restore"));
    }

    @Test
    void givesUpOnAServiceThatWaitsForOneAndTheSame() {
        assertThatThrownBy(
                () -> LocalPipeline.awaitUp(new Slow(() -> new Health.Waiting("rain")), NO_PATIENCE, said -> {
                })).isInstanceOf(CannotStart.class).hasMessage("slow is not ready; it waits for rain");
    }

    @Test
    void refusesAFolderWhoseTopicsAreLost(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("enrich"));

        assertThatThrownBy(() -> LocalPipeline.start(folder, Ports.ANY_FREE, said -> {
        })).isInstanceOf(CannotStart.class).hasMessageContainingAll(folder.toString(), "has lost its folder kafka");
    }

    /** A service that is nothing but its health. */
    private record Slow(Supplier<Health> how) implements Service {
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
            return how.get();
        }

        @Override
        public Metrics metrics() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            // It holds nothing.
        }
    }
}
