package news.dateline.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import news.dateline.chassis.Health;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;

class StreamThreadsTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final StreamThreads threads = new StreamThreads(now::get);

    @Test
    void replacesAThreadAndTellsForAWhileWhatEndedIt() {
        // Closed, so that nothing pauses.
        threads.close();

        StreamThreadExceptionResponse response = threads
                .handle(new StreamsException(new SaslAuthenticationException("wrong password")));

        assertThat(response).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
        assertThat(threads.health()).isEqualTo(
                new Health.Waiting("a stream thread that ended, to be replaced: not let in: wrong password"));

        now.set(Instant.EPOCH.plusSeconds(60));
        assertThat(threads.health()).isEqualTo(Health.UP);
    }
}
