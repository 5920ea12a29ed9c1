package news.dateline.dashboard.reading;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import news.dateline.chassis.KafkaFailure;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows topics from near their ends, on a thread of its own, and gives every record to whoever wants its topic. */
public final class LiveReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveReader.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration BACK_OFF = Duration.ofSeconds(2);
    private static final Duration LOOK_FOR_PARTITIONS = Duration.ofSeconds(30);
    private static final Duration CLOSE_MOST = Duration.ofSeconds(5);

    private final Map<String, String> kafka;
    private final List<Wanted> wanted;
    private final BooleanSupplier topicsExist;
    private final Runnable afterEach;
    private final Map<TopicPartition, Long> positions = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Long> oldEnds = new ConcurrentHashMap<>();
    private final CompletableFuture<Map<TopicPartition, Long>> begun = new CompletableFuture<>();
    private final Thread thread = Thread.ofPlatform().name("dashboard-live").daemon().unstarted(this::run);
    private volatile boolean stopping;
    private volatile boolean failed;

    /**
     * A topic that is followed.
     *
     * @param last  how many records of each partition are read that were there before
     * @param taker is given every record; what it throws ends the reading
     */
    public record Wanted(String topic, long last, Taker taker) {}

    /** Takes records. */
    public interface Taker {
        /**
         * Takes a record.
         *
         * @param old whether it was there before the reading began
         */
        void take(ConsumerRecord<String, byte[]> entry, boolean old);
    }

    /**
     * A reader that has yet to be started.
     *
     * @param afterEach is run after each helping of records
     */
    public LiveReader(Map<String, String> kafka, List<Wanted> wanted, BooleanSupplier topicsExist,
            Runnable afterEach) {
        this.kafka = Map.copyOf(kafka);
        this.wanted = List.copyOf(wanted);
        this.topicsExist = topicsExist;
        this.afterEach = afterEach;
    }

    /** Begins to read, as soon as the topics exist. */
    public void start() {
        thread.start();
    }

    /** Where each partition is read from, known as soon as it is. */
    CompletableFuture<Map<TopicPartition, Long>> begun() {
        return begun;
    }

    /** Whether it has ended by itself and reads nothing any more. */
    public boolean hasFailed() {
        return failed;
    }

    /** Whether it has read what a topic had when the reading began. */
    public boolean hasReadOld(String topic) {
        return begun.isDone() && oldEnds.entrySet().stream().filter(end -> end.getKey().topic().equals(topic))
                .allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    /** How many records of a topic it has yet to read. */
    public long lag(Map<TopicPartition, Long> ends, String topic) {
        return ends.entrySet().stream().filter(end -> end.getKey().topic().equals(topic))
                .mapToLong(end -> Math.max(0, end.getValue() - positions.getOrDefault(end.getKey(), 0L))).sum();
    }

    private void run() {
        try {
            while (!stopping) {
                if (topicsExist.getAsBoolean()) {
                    readUntilFailure();
                }
                Thread.sleep(stopping || !positions.isEmpty() ? BACK_OFF : POLL);
            }
        } catch (InterruptedException | InterruptException e) {
            LOG.atDebug().log("reading ends");
        } catch (RuntimeException | Error e) {
            LOG.atError().setCause(e).log("topics are no longer read");
            failed = true;
        }
    }

    private void readUntilFailure() {
        Optional<Consumer<String, byte[]>> opened = Optional.empty();
        try {
            opened = Optional.of(TopicRecords.open(kafka, "dateline-dashboard-live"));
            follow(opened.get());
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            LOG.atWarn().addKeyValue("why", KafkaFailure.inWords(e)).log("reading begins anew");
        } finally {
            opened.ifPresent(consumer -> consumer.close(CloseOptions.timeout(Duration.ofSeconds(1))));
        }
    }

    private void follow(Consumer<String, byte[]> consumer) {
        Map<TopicPartition, Long> ends = new HashMap<>();
        assign(consumer, ends);
        begun.complete(Map.copyOf(positions));
        long lookAt = System.nanoTime() + LOOK_FOR_PARTITIONS.toNanos();
        while (!stopping) {
            var records = consumer.poll(POLL);
            for (ConsumerRecord<String, byte[]> entry : records) {
                TopicPartition partition = new TopicPartition(entry.topic(), entry.partition());
                taker(entry.topic()).take(entry, entry.offset() < ends.getOrDefault(partition, 0L));
            }
            consumer.assignment().forEach(partition -> positions.put(partition, consumer.position(partition)));
            if (!records.isEmpty()) {
                afterEach.run();
            }
            if (System.nanoTime() > lookAt) {
                lookAt = System.nanoTime() + LOOK_FOR_PARTITIONS.toNanos();
                if (partitions(consumer).size() > consumer.assignment().size()) {
                    assign(consumer, new HashMap<>());
                }
            }
        }
    }

    private Taker taker(String topic) {
        return wanted.stream().filter(one -> one.topic().equals(topic)).findFirst().orElseThrow().taker();
    }

    private List<TopicPartition> partitions(Consumer<?, ?> consumer) {
        return wanted.stream().flatMap(one -> TopicRecords.partitions(consumer, one.topic()).stream()).toList();
    }

    private void assign(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        consumer.assign(partitions(consumer));
        for (Wanted one : wanted) {
            List<TopicPartition> partitions = TopicRecords.partitions(consumer, one.topic());
            boolean known = partitions.stream().anyMatch(positions::containsKey);
            if (!known) {
                ends.putAll(consumer.endOffsets(partitions));
                oldEnds.putAll(ends);
                positions.putAll(TopicRecords.lastOf(consumer, partitions, one.last()));
            }
            // A partition that comes later is new to everybody, and read from its beginning.
            partitions.forEach(partition -> consumer.seek(partition, positions.getOrDefault(partition, 0L)));
        }
    }

    @Override
    public void close() {
        stopping = true;
        thread.interrupt();
        try {
            if (!thread.join(CLOSE_MOST)) {
                LOG.atWarn().log("reading did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
