package news.dateline.sink;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import news.dateline.chassis.Health;
import news.dateline.chassis.KafkaFailure;
import news.dateline.contract.StoredMark;
import news.dateline.contract.Topics;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The enriched topic as one member of the sink's group reads it; used by one thread, but for {@link #stop}. */
final class RecordSource implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RecordSource.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Consumer<String, byte[]> consumer;
    /** Partitions taken away while their records are in hand: these are another instance's now, or come again. */
    private final Set<TopicPartition> gone = new HashSet<>();
    /** Offsets that Kafka has yet to take; where nothing more comes, what is dealt with would seem to wait for ever. */
    private final Map<TopicPartition, OffsetAndMetadata> due = new HashMap<>();
    private final CountDownLatch stop = new CountDownLatch(1);
    private boolean holding;
    private Health health = Health.UP;

    RecordSource(Consumer<String, byte[]> consumer) {
        this.consumer = consumer;
        consumer.subscribe(List.of(Topics.ENRICHED.name()), new Rebalance());
    }

    /** The next records; none when there are none, when the broker is away, or when reading is stopped. */
    ConsumerRecords<String, byte[]> poll() {
        if (holding) {
            holding = false;
            consumer.resume(consumer.assignment());
        }
        try {
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            health = Health.UP;
            return records;
        } catch (WakeupException e) {
            return ConsumerRecords.empty();
        } catch (RetriableException | AuthenticationException | AuthorizationException e) {
            health = new Health.Waiting("records of " + Topics.ENRICHED.name() + ": " + KafkaFailure.inWords(e));
            return ConsumerRecords.empty();
        } finally {
            // What a poll takes away it does not bring; what it brings may be of partitions that it took away and gave back.
            gone.clear();
        }
    }

    /** Stays a member of the group for a while, with the last records still in hand; false when reading is stopped. */
    boolean hold(Duration time) {
        holding = true;
        consumer.pause(consumer.assignment());
        try {
            if (!isStopped()) {
                consumer.poll(time);
            }
        } catch (WakeupException e) {
            return false;
        } catch (RetriableException | AuthenticationException | AuthorizationException e) {
            // Health tells what the store waits for; that Kafka does not let us in comes next.
            LOG.atDebug().addKeyValue("failure", e.getClass().getSimpleName())
                    .log("not let in while the store is away");
            return pause(time);
        }
        return !isStopped();
    }

    private boolean pause(Duration time) {
        try {
            return !stop.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether a record in hand is still this member's to deal with. */
    boolean owns(ConsumerRecord<?, ?> record) {
        return !gone.contains(new TopicPartition(record.topic(), record.partition()));
    }

    /** Commits that everything up to the end of these records is dealt with, and notes when. */
    void commit(ConsumerRecords<String, byte[]> records) {
        String note = StoredMark.at(Instant.now());
        records.nextOffsets().forEach((partition, next) -> due.put(partition,
                new OffsetAndMetadata(next.offset(), next.leaderEpoch(), note)));
        due.keySet().removeAll(gone);
        if (due.isEmpty()) {
            return;
        }
        try {
            try {
                consumer.commitSync(due);
            } catch (WakeupException e) {
                // It was for poll: what is dealt with is committed before the stop.
                consumer.commitSync(due);
            }
            due.clear();
        } catch (CommitFailedException | RebalanceInProgressException | RetriableException e) {
            // Tried again after the next poll, unless that takes the partitions away: then the records come again, and being
            // kept already they change nothing.
            LOG.atDebug().addKeyValue("failure", e.getClass().getSimpleName()).log("offsets not committed");
            health = new Health.Waiting("offsets to be committed: " + KafkaFailure.inWords(e));
        }
    }

    /** Whether records can be read and their offsets committed. */
    Health health() {
        return health;
    }

    boolean isStopped() {
        return stop.getCount() == 0;
    }

    /** Ends reading soon; called by any thread. */
    void stop() {
        stop.countDown();
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }

    /** Follows which partitions come and go. */
    private final class Rebalance implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (holding) {
                consumer.pause(partitions);
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            gone.addAll(partitions);
            due.keySet().removeAll(partitions);
        }
    }
}
