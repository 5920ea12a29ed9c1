package news.dateline.contract;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.common.KafkaException;

/** Waits for what a Kafka client was asked for, and throws what it failed with as the client itself would. */
public final class KafkaAnswer {
    private KafkaAnswer() {
    }

    /**
     * The answer.
     *
     * @throws KafkaException when there is none, or it is a refusal
     */
    public static <T> T of(Future<T> asked) throws InterruptedException {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
        }
    }
}
