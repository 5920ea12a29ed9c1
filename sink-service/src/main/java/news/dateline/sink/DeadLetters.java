package news.dateline.sink;

import java.time.Clock;
import java.util.Optional;
import news.dateline.contract.KafkaAnswer;
import news.dateline.contract.Origin;
import news.dateline.contract.Rejection;
import news.dateline.contract.Topics;
import news.dateline.contract.TraceContext;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** Keeps rejected records: the original bytes, with headers that say where, when and why. */
final class DeadLetters implements AutoCloseable {
    private final Producer<String, byte[]> producer;
    private final Clock clock;

    DeadLetters(Producer<String, byte[]> producer, Clock clock) {
        this.producer = producer;
        this.clock = clock;
    }

    /**
     * Keeps one rejected record and returns when the broker has acknowledged it.
     *
     * @throws KafkaException when it has not
     */
    void keep(ConsumerRecord<String, byte[]> origin, Settled.Cause cause) {
        try {
            send(origin, origin.value(), cause, cause.rule());
        } catch (RecordTooLargeException e) {
            // With our headers it may just pass the topic's limit; that it was there must not get lost with its bytes.
            send(origin, null, cause,
                    cause.rule() + "; with these headers the bytes are too many to be kept");
        }
    }

    private void send(ConsumerRecord<String, byte[]> origin, byte[] value, Settled.Cause cause, String rule) {
        ProducerRecord<String, byte[]> letter = new ProducerRecord<>(Topics.REJECTED.name(), origin.key(), value);
        new Rejection("sink", cause.reason(), rule, Optional.empty(),
                Origin.record(origin.topic(), origin.partition(), origin.offset()), Optional.empty(), clock.instant())
                .addTo(letter.headers());
        TraceContext.of(origin.headers()).ifPresent(trace -> TraceContext.put(trace.text(), letter.headers()));
        try {
            KafkaAnswer.of(producer.send(letter));
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
