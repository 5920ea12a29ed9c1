package news.dateline.ingest.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import news.dateline.chassis.Health;
import news.dateline.chassis.KafkaFailure;
import news.dateline.chassis.KafkaLoop;
import news.dateline.contract.Topics;
import news.dateline.ingest.publish.ArticleIntake;
import news.dateline.ingest.publish.Outcome;
import news.dateline.ingest.publish.OutcomeCount;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The inbox topic's door: poll → take → wait for every acknowledgement → commit. A kill at any point makes articles come
 * twice, with the same ids, and never loses one.
 */
public final class InboxLoop implements AutoCloseable {
    /** The consumer group of all instances of ingest. */
    public static final String GROUP = "dateline-ingest";

    private static final Duration POLL_MOST = Duration.ofSeconds(1);
    private static final Duration LAST_COMMIT_MOST = Duration.ofSeconds(3);

    private final Supplier<Consumer<byte[], byte[]>> open;
    private final ArticleIntake intake;
    private final OutcomeCount count;
    private final KafkaLoop loop;
    private boolean commitDue;

    /**
     * A loop over a consumer.
     *
     * @param open        makes the consumer, once there is something to read
     * @param topicsExist until then nothing is read
     * @param backOff     how long it waits before it tries again
     */
    public InboxLoop(Supplier<Consumer<byte[], byte[]>> open, ArticleIntake intake, OutcomeCount count,
            BooleanSupplier topicsExist, Duration backOff) {
        this.open = open;
        this.intake = intake;
        this.count = count;
        loop = new KafkaLoop("inbox", "the inbox, until Kafka takes its articles", topicsExist, backOff, this::read);
    }

    /** The consumer of the group, bounded in what it fetches ahead. */
    public static Consumer<byte[], byte[]> consumer(Map<String, String> kafka) {
        Map<String, Object> properties = new HashMap<>(Map.of(ConsumerConfig.CLIENT_ID_CONFIG, GROUP,
                ConsumerConfig.GROUP_ID_CONFIG, GROUP, ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 200,
                ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 16 * 1024 * 1024,
                ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, 900_000, ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000,
                ConsumerConfig.RECONNECT_BACKOFF_MS_CONFIG, 250L,
                ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2_000L));
        properties.putAll(kafka);
        properties.putAll(Map.of(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest", ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed", ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false));
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Starts reading. */
    public void start() {
        loop.start();
    }

    /** How it is. */
    public Health health() {
        return loop.health();
    }

    private void read() throws InterruptedException {
        try (Consumer<byte[], byte[]> consumer = loop.opened(open.get())) {
            consumer.subscribe(List.of(Topics.INBOX.name()));
            while (loop.goesOn()) {
                turn(consumer);
            }
        }
    }

    /** One turn; what fails for now is tried again in the next, after a pause. */
    void turn(Consumer<byte[], byte[]> consumer) throws InterruptedException {
        try {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL_MOST);
            Optional<String> unavailable = take(records);
            if (unavailable.isPresent()) {
                rewind(consumer, records);
                loop.pause(unavailable.get());
                return;
            }
            commitDue |= !records.isEmpty();
            if (commitDue) {
                commit(consumer);
            }
            loop.isUp();
        } catch (WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            loop.pause(KafkaFailure.inWords(e));
        }
    }

    private void commit(Consumer<byte[], byte[]> consumer) {
        try {
            consumer.commitSync();
        } catch (WakeupException e) {
            // Asked to stop, with everything acknowledged: without this commit it would all come again.
            consumer.commitSync(LAST_COMMIT_MOST);
        }
        commitDue = false;
    }

    /** Publishes or dead-letters every article of the records; tells why where Kafka does not take them now. */
    private Optional<String> take(ConsumerRecords<byte[], byte[]> records) throws InterruptedException {
        List<CompletableFuture<Outcome>> taken = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            taken.addAll(new InboxRecord(record).takeInto(intake));
            if (InboxRecord.isUnavailable(taken)) {
                break;
            }
        }
        List<Outcome> outcomes = taken.stream().map(CompletableFuture::join).toList();
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Unavailable(String why)) {
                return Optional.of(why);
            }
        }
        outcomes.forEach(outcome -> {
            count.received();
            count.left(outcome);
        });
        return Optional.empty();
    }

    private void rewind(Consumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            consumer.seek(partition, new OffsetAndMetadata(records.records(partition).getFirst().offset()));
        }
    }

    /** Asks it to stop after the records that it has. */
    public void stop() {
        loop.stop();
    }

    /** Stops, and waits a few seconds for the records that it has. */
    @Override
    public void close() {
        loop.close();
    }
}
