package news.dateline.dashboard.reading;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import news.dateline.chassis.KafkaFailure;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads once what a topic has of the last day up to where the live reader began: the last hour first, then the rest, so that the page is
 * of use at once however much there is.
 */
public final class HistoryReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryReader.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration BACK_OFF = Duration.ofSeconds(2);

    private final Map<String, String> kafka;
    private final String topic;
    private final LiveReader live;
    private final Consumer<ConsumerRecord<String, byte[]>> taker;
    private final InstantSource clock;
    private final Thread thread = Thread.ofPlatform().name("dashboard-history").daemon().unstarted(this::run);
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private volatile double read;

    public HistoryReader(Map<String, String> kafka, String topic, LiveReader live,
            Consumer<ConsumerRecord<String, byte[]>> taker, InstantSource clock) {
        this.kafka = Map.copyOf(kafka);
        this.topic = topic;
        this.live = live;
        this.taker = taker;
        this.clock = clock;
    }

    /** Begins to read. */
    public void start() {
        thread.start();
    }

    /** How much of the day has been read, from 0 to 1. */
    public double read() {
        return read;
    }

    /** Records of each partition from one offset up to another. */
    private record Part(Map<TopicPartition, Long> from, Map<TopicPartition, Long> to) {
        long records() {
            return from.entrySet().stream().mapToLong(begin -> to.get(begin.getKey()) - begin.getValue()).sum();
        }
    }

    private void run() {
        try {
            Map<TopicPartition, Long> ends = new HashMap<>(live.begun().get());
            ends.keySet().removeIf(partition -> !partition.topic().equals(topic));
            Instant now = clock.instant();
            Map<TopicPartition, Long> hour = since(ends, now.minus(Duration.ofHours(1)));
            Map<TopicPartition, Long> day = since(hour, now.minus(Duration.ofDays(1)));
            List<Part> parts = List.of(new Part(hour, ends), new Part(day, hour));
            long all = parts.stream().mapToLong(Part::records).sum();
            long before = 0;
            for (Part part : parts) {
                positions.clear();
                positions.putAll(part.from());
                while (!hasRead(part, before, all)) {
                    Thread.sleep(BACK_OFF);
                }
                before += part.records();
            }
            read = 1;
        } catch (InterruptedException | InterruptException | ExecutionException e) {
            LOG.atDebug().log("reading of history ends");
        } catch (RuntimeException | Error e) {
            LOG.atError().setCause(e).log("history is not read");
        }
    }

    /** Offsets at a time, none behind the given ends. */
    private Map<TopicPartition, Long> since(Map<TopicPartition, Long> ends, Instant time)
            throws InterruptedException {
        while (true) {
            try (var consumer = TopicRecords.open(kafka, "dateline-dashboard-history")) {
                return TopicRecords.since(consumer, ends, time);
            } catch (InterruptException e) {
                throw e;
            } catch (KafkaException e) {
                LOG.atWarn().addKeyValue("why", KafkaFailure.inWords(e)).log("history can't be read yet");
                Thread.sleep(BACK_OFF);
            }
        }
    }

    /** Goes on where it is; false where Kafka failed before the end. */
    private boolean hasRead(Part part, long before, long all) {
        // Within the try: while the broker's host has no address none can be made.
        try (Reading reading = new Reading(TopicRecords.open(kafka, "dateline-dashboard-history"))) {
            var consumer = reading.consumer();
            consumer.assign(part.to().keySet().stream().filter(partition -> isOpen(partition, part)).toList());
            consumer.assignment().forEach(partition -> consumer.seek(partition, positions.get(partition)));
            while (!consumer.assignment().isEmpty()) {
                for (ConsumerRecord<String, byte[]> entry : consumer.poll(POLL)) {
                    if (entry.offset() < part.to().get(new TopicPartition(entry.topic(), entry.partition()))) {
                        taker.accept(entry);
                    }
                }
                consumer.assignment().forEach(partition -> positions.put(partition, consumer.position(partition)));
                List<TopicPartition> open = consumer.assignment().stream()
                        .filter(partition -> isOpen(partition, part)).toList();
                if (open.size() < consumer.assignment().size()) {
                    consumer.assign(open);
                }
                read = Math.min(0.99, (before + part.from().entrySet().stream().mapToLong(begin -> Math.min(
                        positions.get(begin.getKey()), part.to().get(begin.getKey())) - begin.getValue()).sum())
                        / (double) Math.max(1, all));
            }
            return true;
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            LOG.atWarn().addKeyValue("why", KafkaFailure.inWords(e)).log("history is read on later");
            return false;
        }
    }

    /** Closes soon, also where the broker is away. */
    private record Reading(org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer)
            implements
                AutoCloseable {
        @Override
        public void close() {
            consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
        }
    }

    private boolean isOpen(TopicPartition partition, Part part) {
        return positions.get(partition) < part.to().get(partition);
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            if (!thread.join(Duration.ofSeconds(5))) {
                LOG.atWarn().log("reading of history did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
