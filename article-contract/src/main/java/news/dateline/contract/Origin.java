package news.dateline.contract;

import java.util.Optional;

/**
 * Where a rejected article stood.
 *
 * @param topic     the Kafka topic that it was read from; absent when it was pushed over HTTP
 * @param partition of that topic
 * @param offset    in that partition
 * @param line      line within an NDJSON body, from 1
 */
public record Origin(Optional<String> topic, Optional<Integer> partition, Optional<Long> offset,
        Optional<Integer> line) {
    public static final Origin HTTP = new Origin(Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty());

    public Origin {
        topic = Absent.value(topic);
        partition = Absent.value(partition);
        offset = Absent.value(offset);
        line = Absent.value(line);
    }

    /** A record of a Kafka topic. */
    public static Origin record(String topic, int partition, long offset) {
        return new Origin(Optional.of(topic), Optional.of(partition), Optional.of(offset), Optional.empty());
    }

    /** A line within this origin. */
    public Origin atLine(int number) {
        return new Origin(topic, partition, offset, Optional.of(number));
    }
}
