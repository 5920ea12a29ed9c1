package news.dateline.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.dateline.contract.Origin;
import news.dateline.contract.Topic;
import news.dateline.contract.Topics;
import news.dateline.contract.TraceContext;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Utils;

/** Looks for an article's records where they can be, from a time on; it ends, however much there is to read. */
final class ArticleTrace implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int MOST_STEPS = 1_000;

    private final Consumer<String, byte[]> consumer;
    private boolean complete = true;

    ArticleTrace(Map<String, Object> kafka) {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.put("default.api.timeout.ms", 8_000);
        properties.put("isolation.level", "read_committed");
        properties.put("enable.auto.commit", false);
        properties.put("allow.auto.create.topics", false);
        consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Whether everything was read that was there. */
    boolean isComplete() {
        return complete;
    }

    /** The records of an article, where its id is known to be one: its key tells the partitions. */
    List<TraceStep> ofArticle(String articleId, Instant from) {
        List<TopicPartition> where = new ArrayList<>(partitions(Topics.REJECTED));
        for (Topic<?, ?> topic : List.of(Topics.RAW, Topics.ENRICHED)) {
            int count = partitions(topic).size();
            where.add(new TopicPartition(topic.name(),
                    Utils.toPositive(Utils.murmur2(TraceStep.key(articleId))) % Math.max(1, count)));
        }
        return read(articleId, where, from);
    }

    /** The records under an id, be it an article's or a trace's. */
    List<TraceStep> ofAny(String id, Instant from) {
        return read(id, Stream.of(Topics.RAW, Topics.ENRICHED, Topics.REJECTED)
                .flatMap(topic -> partitions(topic).stream()).toList(), from);
    }

    private List<TopicPartition> partitions(Topic<?, ?> topic) {
        return consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
    }

    private List<TraceStep> read(String id, List<TopicPartition> where, Instant from) {
        consumer.assign(where);
        Map<TopicPartition, Long> ends = consumer.endOffsets(where);
        seek(where, from, ends);
        List<TraceStep> steps = new ArrayList<>();
        Instant enough = Instant.now().plus(LONGEST);
        while (where.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
            if (Instant.now().isAfter(enough) || steps.size() >= MOST_STEPS) {
                complete = false;
                break;
            }
            for (ConsumerRecord<String, byte[]> entry : consumer.poll(POLL)) {
                if (isOf(id, entry)) {
                    steps.add(TraceStep.of(entry));
                }
            }
        }
        return steps;
    }

    private static boolean isOf(String id, ConsumerRecord<String, byte[]> entry) {
        return id.equals(entry.key())
                || TraceContext.of(entry.headers()).filter(trace -> trace.traceId().equals(id)).isPresent();
    }

    private void seek(List<TopicPartition> where, Instant from, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, OffsetAndTimestamp> offsets = consumer.offsetsForTimes(
                where.stream().collect(Collectors.toMap(partition -> partition, partition -> from.toEpochMilli())));
        offsets.forEach((partition, found) -> consumer.seek(partition,
                found == null ? ends.get(partition) : found.offset()));
    }

    /** The record of the inbox that another came from; empty where it is no longer there. */
    Optional<TraceStep> inbox(Origin origin) {
        TopicPartition partition = new TopicPartition(origin.topic().orElseThrow(), origin.partition().orElseThrow());
        consumer.assign(List.of(partition));
        if (consumer.beginningOffsets(List.of(partition)).get(partition) > origin.offset().orElseThrow()
                || consumer.endOffsets(List.of(partition)).get(partition) <= origin.offset().orElseThrow()) {
            return Optional.empty();
        }
        consumer.seek(partition, origin.offset().orElseThrow());
        Instant enough = Instant.now().plus(LONGEST.dividedBy(3));
        while (Instant.now().isBefore(enough)) {
            for (ConsumerRecord<String, byte[]> entry : consumer.poll(POLL)) {
                return entry.offset() == origin.offset().orElseThrow()
                        ? Optional.of(TraceStep.of(entry))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** How many records a group has yet to read before it comes to this one; empty when it has read it. */
    Optional<Long> before(Origin place, Map<TopicPartition, Long> committed) {
        long offset = place.offset().orElseThrow();
        long read = committed.getOrDefault(new TopicPartition(place.topic().orElseThrow(),
                place.partition().orElseThrow()), 0L);
        return read > offset ? Optional.empty() : Optional.of(offset - read);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
