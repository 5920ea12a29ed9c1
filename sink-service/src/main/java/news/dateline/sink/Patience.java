package news.dateline.sink;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import news.dateline.chassis.Health;
import news.dateline.chassis.KafkaFailure;
import news.dateline.sink.store.StoreUnavailable;
import org.apache.kafka.common.KafkaException;

/** Tries again, for as long as it takes, what fails because the store or the broker is away; anything else is thrown. */
final class Patience {
    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final String broker;
    private final Consumer<Health> report;

    /**
     * @param broker what is waited for when Kafka is away, in one line
     * @param report is told what is waited for
     */
    Patience(String broker, Consumer<Health> report) {
        this.broker = broker;
        this.report = report;
    }

    /** Lets time pass before the next try. */
    interface Pause {
        /** False when there is to be no next try. */
        boolean pass(Duration delay);
    }

    /** What the attempt gave; empty when the pause ended the trying. */
    <T> Optional<T> untilDone(Supplier<T> attempt, Pause pause) {
        Duration delay = FIRST;
        while (true) {
            try {
                return Optional.of(attempt.get());
            } catch (StoreUnavailable e) {
                report.accept(new Health.Waiting(e.store()));
            } catch (KafkaException e) {
                report.accept(new Health.Waiting(broker + ": " + KafkaFailure.inWords(e)));
            }
            if (!pause.pass(delay)) {
                return Optional.empty();
            }
            delay = delay.multipliedBy(2).compareTo(LONGEST) < 0 ? delay.multipliedBy(2) : LONGEST;
        }
    }
}
