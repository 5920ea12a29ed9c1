package news.dateline.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import news.dateline.chassis.Metrics;
import news.dateline.chassis.TraceTarget;
import news.dateline.chassis.Traces;
import news.dateline.chassis.Trouble;
import news.dateline.contract.RawArticle;
import news.dateline.contract.Rejection;
import news.dateline.contract.Topics;
import news.dateline.ingest.publish.ArticleIntake;
import news.dateline.ingest.publish.Following;
import news.dateline.ingest.publish.OutcomeCount;
import news.dateline.ingest.publish.RawPublisher;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Everything behind a door, over Kafka's own stand-in for a producer. */
public final class KafkaStandIn {
    public static final Instant NOW = Instant.parse("2026-11-05T10:00:00Z");

    public final MockProducer<byte[], byte[]> producer;
    public final Metrics metrics = new Metrics("ingest");
    public final OutcomeCount count = new OutcomeCount(metrics);
    public final Trouble trouble = new Trouble(Duration.ofSeconds(30), () -> NOW);
    public final ArticleIntake intake;

    public KafkaStandIn(boolean acknowledgesAtOnce, int mostBytes) {
        producer = new MockProducer<>(acknowledgesAtOnce, null, new ByteArraySerializer(), new ByteArraySerializer());
        intake = new ArticleIntake(new RawPublisher(() -> producer, () -> true, trouble), mostBytes, () -> NOW,
                new Following(metrics, Traces.of("ingest", TraceTarget.NONE), () -> NOW));
    }

    public List<RawArticle> raw() {
        return records(Topics.RAW.name()).stream()
                .map(record -> Topics.RAW.value().deserializer().deserialize(record.topic(), record.value())).toList();
    }

    public List<ProducerRecord<byte[], byte[]>> rejected() {
        return records(Topics.REJECTED.name());
    }

    public Rejection rejection(int index) {
        return Rejection.read(rejected().get(index).headers());
    }

    public Optional<byte[]> rejectedBytes(int index) {
        return Optional.ofNullable(rejected().get(index).value());
    }

    /** In = the sum of the outcomes. */
    public void check(Consumer<long[]> counts) {
        counts.accept(new long[]{metrics.receivedCount(), metrics.outcomeCount("accepted"),
                metrics.outcomeCount("rejected"), metrics.outcomeCount("unavailable")});
    }

    private List<ProducerRecord<byte[], byte[]>> records(String topic) {
        return producer.history().stream().filter(record -> record.topic().equals(topic)).toList();
    }
}
