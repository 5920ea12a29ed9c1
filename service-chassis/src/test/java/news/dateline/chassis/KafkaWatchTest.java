package news.dateline.chassis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class KafkaWatchTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static KafkaWatch watch(String brokers, KafkaWatch.Question question) {
        KafkaWatch watch = new KafkaWatch(Map.of("bootstrap.servers", brokers), Duration.ofMillis(10), question);
        watch.start();
        return watch;
    }

    @Test
    void saysWhatIsLackingUntilNothingIs() {
        AtomicReference<Optional<String>> lacking = new AtomicReference<>(Optional.of("no topic"));
        try (KafkaWatch watch = watch("127.0.0.1:1", (admin, hasBeenUp) -> lacking.get())) {
            Health waiting = new Health.Waiting("Kafka at 127.0.0.1:1: no topic");
            await().atMost(PATIENCE).until(() -> watch.health().equals(waiting));
            assertThat(watch.hasBeenUp()).isFalse();

            lacking.set(Optional.empty());
            await().atMost(PATIENCE).until(() -> watch.health().equals(Health.UP));

            lacking.set(Optional.of("no topic"));
            await().atMost(PATIENCE).until(() -> watch.health().equals(waiting));
            assertThat(watch.hasBeenUp()).isTrue();
        }
    }

    @Test
    void waitsForAnAnswer() {
        try (KafkaWatch watch = watch("127.0.0.1:1", (admin, hasBeenUp) -> {
            throw new TimeoutException("Call(callName=describeTopics, deadlineMs=1793)");
        })) {
            await().atMost(PATIENCE).until(() -> watch.health()
                    .equals(new Health.Waiting("Kafka at 127.0.0.1:1: no answer")));
        }
    }

    @Test
    void waitsForAnAddressOfItsHost() {
        try (KafkaWatch watch = watch("broker.invalid:9092", (admin, hasBeenUp) -> Optional.empty())) {
            await().atMost(PATIENCE).until(() -> watch.health().equals(new Health.Waiting(
                    "Kafka at broker.invalid:9092: No resolvable bootstrap urls given in bootstrap.servers")));
        }
    }

    @Test
    void hasFailedAfterADefect() {
        try (KafkaWatch watch = watch("127.0.0.1:1", (admin, hasBeenUp) -> {
            throw new IllegalStateException("a defect");
        })) {
            await().atMost(PATIENCE).until(() -> watch.health().equals(new Health.Failed(
                    "Kafka is no longer watched: java.lang.IllegalStateException: a defect")));
        }
    }
}
