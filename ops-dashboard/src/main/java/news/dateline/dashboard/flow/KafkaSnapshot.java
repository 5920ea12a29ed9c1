package news.dateline.dashboard.flow;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.dateline.contract.KafkaAnswer;
import news.dateline.contract.Topic;
import news.dateline.contract.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * What Kafka knows of the flow at a moment.
 *
 * @param ends      end offsets of every topic of the catalogue
 * @param committed by consumer group
 * @param members   how many instances are in a group; a group that may not be looked at is left out
 * @param newestRaw when the newest raw article came; absent where there is none
 */
public record KafkaSnapshot(Instant at, Map<TopicPartition, Long> ends,
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed, Map<String, Integer> members,
        Optional<Instant> newestRaw) {

    public KafkaSnapshot {
        ends = Map.copyOf(ends);
        committed = Map.copyOf(committed);
        members = Map.copyOf(members);
    }

    /**
     * Asks Kafka.
     *
     * @throws KafkaException when the broker is away
     */
    public static KafkaSnapshot take(Admin admin) throws InterruptedException {
        List<String> names = Topics.all().stream().map(Topic::name).toList();
        List<TopicPartition> partitions = KafkaAnswer.of(admin.describeTopics(names).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
        Map<TopicPartition, Long> ends = new HashMap<>();
        offsets(admin, partitions.stream(), OffsetSpec.latest())
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        Optional<Instant> newest = offsets(admin,
                partitions.stream().filter(partition -> partition.topic().equals(Topics.RAW.name())),
                OffsetSpec.maxTimestamp()).values().stream().map(found -> found.timestamp())
                .filter(time -> time >= 0).max(Long::compare).map(Instant::ofEpochMilli);
        boolean any = anythingCommitted(admin);
        return new KafkaSnapshot(Instant.now(), ends, any ? committed(admin) : Map.of(),
                any ? members(admin) : Map.of(), newest);
    }

    private static Map<TopicPartition, ListOffsetsResultInfo> offsets(
            Admin admin, Stream<TopicPartition> partitions, OffsetSpec which) throws InterruptedException {
        return KafkaAnswer.of(admin
                .listOffsets(partitions.collect(Collectors.toMap(partition -> partition, partition -> which))).all());
    }

    private static Map<String, Map<TopicPartition, OffsetAndMetadata>> committed(Admin admin)
            throws InterruptedException {
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = new HashMap<>();
        var offsets = admin.listConsumerGroupOffsets(Reader.ALL.stream()
                .collect(Collectors.toMap(Reader::group, reader -> new ListConsumerGroupOffsetsSpec())));
        for (Reader reader : Reader.ALL) {
            Map<TopicPartition, OffsetAndMetadata> group = new HashMap<>();
            KafkaAnswer.of(offsets.partitionsToOffsetAndMetadata(reader.group())).forEach((partition, offset) -> {
                if (offset != null) {
                    group.put(partition, offset);
                }
            });
            committed.put(reader.group(), group);
        }
        return committed;
    }

    private static Map<String, Integer> members(Admin admin) throws InterruptedException {
        Map<String, Integer> members = new HashMap<>();
        var groups = admin.describeConsumerGroups(Reader.ALL.stream().map(Reader::group).toList()).describedGroups();
        for (var group : groups.entrySet()) {
            try {
                members.put(group.getKey(), KafkaAnswer.of(group.getValue()).members().size());
            } catch (GroupIdNotFoundException e) {
                members.put(group.getKey(), 0);
            } catch (AuthorizationException e) {
                // Who may not look at a group is told nothing of it.
                members.remove(group.getKey());
            }
        }
        return members;
    }

    /** Where no group has ever committed there is no coordinator, and the client would ask for one without a pause. */
    private static boolean anythingCommitted(Admin admin) throws InterruptedException {
        try {
            KafkaAnswer.of(admin.describeTopics(List.of("__consumer_offsets")).allTopicNames());
            return true;
        } catch (UnknownTopicOrPartitionException e) {
            return false;
        } catch (AuthorizationException e) {
            // Who may not look at it may still be told of the groups.
            return true;
        }
    }

    /** The end offsets of a topic, by partition. */
    Map<TopicPartition, Long> endsOf(Topic<?, ?> topic) {
        return ends.entrySet().stream().filter(end -> end.getKey().topic().equals(topic.name()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What has been written to a topic, transaction marks included. */
    long written(Topic<?, ?> topic) {
        return endsOf(topic).values().stream().mapToLong(Long::longValue).sum();
    }

    /** Where a reader goes on in each partition of its topic that it has ever committed. */
    public Map<TopicPartition, OffsetAndMetadata> committed(Reader reader) {
        return committed.getOrDefault(reader.group(), Map.of()).entrySet().stream()
                .filter(entry -> entry.getKey().topic().equals(reader.topic().name()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** How many records a reader has dealt with. */
    long done(Reader reader) {
        return committed(reader).values().stream().mapToLong(OffsetAndMetadata::offset).sum();
    }

    /** How many records a reader has yet to read. */
    long lag(Reader reader) {
        Map<TopicPartition, OffsetAndMetadata> committed = committed(reader);
        return endsOf(reader.topic()).entrySet().stream().mapToLong(end -> Math.max(0, end.getValue()
                - (committed.containsKey(end.getKey()) ? committed.get(end.getKey()).offset() : 0))).sum();
    }
}
