package news.dateline.contract;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;

/**
 * Where an article stood: headers of a raw article that came from a topic, and of any rejected one.
 *
 * @param feed      URL of the polled feed that it was an item of; absent with the topic when it was pushed over HTTP
 * @param topic     the Kafka topic that it was read from
 * @param partition of that topic
 * @param offset    in that partition
 * @param line      line within an NDJSON body, from 1
 */
public record Origin(Optional<String> feed, Optional<String> topic, Optional<Integer> partition, Optional<Long> offset,
        Optional<Integer> line) {
    public static final Origin HTTP = new Origin(Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty());

    static final String FEED = "dl-origin-feed";
    static final String TOPIC = "dl-origin-topic";
    static final String PARTITION = "dl-origin-partition";
    static final String OFFSET = "dl-origin-offset";
    static final String LINE = "dl-origin-line";

    public Origin {
        feed = Absent.value(feed);
        topic = Absent.value(topic);
        partition = Absent.value(partition);
        offset = Absent.value(offset);
        line = Absent.value(line);
    }

    /** An item of a polled feed. */
    public static Origin feed(String url) {
        return new Origin(Optional.of(url), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A record of a Kafka topic. */
    public static Origin record(String topic, int partition, long offset) {
        return new Origin(Optional.empty(), Optional.of(topic), Optional.of(partition), Optional.of(offset),
                Optional.empty());
    }

    /** Puts the headers that say this in place of any earlier ones. */
    public void addTo(Headers headers) {
        List.of(FEED, TOPIC, PARTITION, OFFSET, LINE).forEach(headers::remove);
        feed.ifPresent(value -> HeaderText.add(headers, FEED, value));
        topic.ifPresent(value -> HeaderText.add(headers, TOPIC, value));
        partition.ifPresent(value -> HeaderText.add(headers, PARTITION, value.toString()));
        offset.ifPresent(value -> HeaderText.add(headers, OFFSET, value.toString()));
        line.ifPresent(value -> HeaderText.add(headers, LINE, value.toString()));
    }

    /**
     * Reads these headers; what is not there is absent.
     *
     * @throws IllegalArgumentException where one is unreadable
     */
    public static Origin read(Headers headers) {
        return new Origin(HeaderText.of(headers, FEED), HeaderText.of(headers, TOPIC),
                Rejection.parsed(headers, PARTITION, Integer::valueOf),
                Rejection.parsed(headers, OFFSET, Long::valueOf), Rejection.parsed(headers, LINE, Integer::valueOf));
    }

    /** A line within this origin. */
    public Origin atLine(int number) {
        return new Origin(feed, topic, partition, offset, Optional.of(number));
    }
}
