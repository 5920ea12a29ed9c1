package news.dateline.ingest.publish;

import news.dateline.chassis.KafkaFailure;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** What Kafka said of a record. */
sealed interface Published {
    /** It is on every in-sync replica. */
    record Acknowledged() implements Published {}

    /** Kafka did not acknowledge it, and may later: a transient failure. */
    record Unavailable(String why) implements Published {}

    /** No broker will ever take it: a permanent failure. */
    record TooLarge() implements Published {}

    static Published after(Exception failure) {
        return switch (failure) {
            case null -> new Acknowledged();
            case RecordTooLargeException e -> new TooLarge();
            default -> new Unavailable(KafkaFailure.inWords(failure));
        };
    }
}
