package news.dateline.dashboard;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import news.dateline.chassis.KafkaFailure;
import news.dateline.contract.Topic;
import news.dateline.contract.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * End offsets and committed offsets at a moment.
 *
 * @param ends      of every topic of the catalogue
 * @param committed by consumer group
 */
record KafkaSnapshot(Instant at, Map<TopicPartition, Long> ends, Map<String, Map<TopicPartition, Long>> committed) {
    /** A service's consumer group and the topic that it reads. */
    private record Reader(String service, String group, Topic<?, ?> topic) {}

    private static final List<Reader> READERS = List.of(new Reader("ingest", "dateline-ingest", Topics.INBOX),
            new Reader("enrich", "dateline-enrich", Topics.RAW),
            new Reader("sink", "dateline-sink", Topics.ENRICHED));

    /**
     * Asks Kafka.
     *
     * @throws KafkaException when the broker is away
     */
    static KafkaSnapshot take(Admin admin) throws InterruptedException {
        try {
            List<String> names = Topics.all().stream().map(Topic::name).toList();
            Map<TopicPartition, OffsetSpec> latest = admin.describeTopics(names).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream()
                            .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                    .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
            Map<TopicPartition, Long> ends = new HashMap<>();
            admin.listOffsets(latest).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
            return new KafkaSnapshot(Instant.now(), ends, committed(admin));
        } catch (ExecutionException e) {
            throw KafkaFailure.thrown(e);
        }
    }

    private static Map<String, Map<TopicPartition, Long>> committed(Admin admin)
            throws InterruptedException, ExecutionException {
        if (!anythingCommitted(admin)) {
            return Map.of();
        }
        Map<String, Map<TopicPartition, Long>> committed = new HashMap<>();
        var offsets = admin.listConsumerGroupOffsets(READERS.stream()
                .collect(Collectors.toMap(Reader::group, reader -> new ListConsumerGroupOffsetsSpec())));
        for (Reader reader : READERS) {
            Map<TopicPartition, Long> group = new HashMap<>();
            offsets.partitionsToOffsetAndMetadata(reader.group()).get()
                    .forEach((partition, offset) -> group.put(partition, offset == null ? 0 : offset.offset()));
            committed.put(reader.group(), group);
        }
        return committed;
    }

    /** Where no group has ever committed there is no coordinator, and the client would ask for one without a pause. */
    private static boolean anythingCommitted(Admin admin) throws InterruptedException, ExecutionException {
        try {
            admin.describeTopics(List.of("__consumer_offsets")).allTopicNames().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            // Who may not look at it may still be told of the groups.
            if (e.getCause() instanceof AuthorizationException) {
                return true;
            }
            throw e;
        }
    }

    /** What an operator sees of it; rates are since an earlier snapshot. */
    PipelineView view(KafkaSnapshot before) {
        double seconds = Math.max(0.001, (at.toEpochMilli() - before.at.toEpochMilli()) / 1000.0);
        var steps = READERS.stream().map(reader -> new PipelineView.Step(reader.service(), reader.topic().name(),
                Math.max(0, sum(ends, reader.topic()) - done(reader)), (done(reader) - before.done(reader)) / seconds))
                .toList();
        var topics = Topics.all().stream().map(topic -> new PipelineView.TopicSize(topic.name(), sum(ends, topic),
                (sum(ends, topic) - sum(before.ends, topic)) / seconds)).toList();
        return new PipelineView(at, steps, topics);
    }

    private long done(Reader reader) {
        return sum(committed.getOrDefault(reader.group(), Map.of()), reader.topic());
    }

    private static long sum(Map<TopicPartition, Long> offsets, Topic<?, ?> topic) {
        return offsets.entrySet().stream().filter(entry -> entry.getKey().topic().equals(topic.name()))
                .mapToLong(Map.Entry::getValue).sum();
    }
}
