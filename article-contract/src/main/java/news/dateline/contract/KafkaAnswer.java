package news.dateline.contract;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;

/** Waits for what Kafka answers. */
final class KafkaAnswer {
    private KafkaAnswer() {
    }

    /**
     * The answer.
     *
     * @throws KafkaException when there is none, or it is a refusal
     */
    static <T> T of(KafkaFuture<T> asked) throws InterruptedException {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
        }
    }
}
