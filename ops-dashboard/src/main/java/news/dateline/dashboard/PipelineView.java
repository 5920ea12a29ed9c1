package news.dateline.dashboard;

import java.time.Instant;
import java.util.List;

/**
 * The pipeline at a moment, from Kafka alone: right for one instance of each service and for fifty.
 *
 * @param at    when Kafka was asked
 * @param steps in the order of the flow
 */
public record PipelineView(Instant at, List<Step> steps, List<TopicSize> topics) {
    public PipelineView {
        steps = List.copyOf(steps);
        topics = List.copyOf(topics);
    }

    /**
     * A service that reads a topic.
     *
     * @param service   ingest, enrich or sink
     * @param topic     what it reads
     * @param lag       records that it has yet to read
     * @param perSecond records that it finished a second, since the view before
     */
    public record Step(String service, String topic, long lag, double perSecond) {}

    /**
     * How much has been written to a topic.
     *
     * @param written   end offsets, summed: records and transaction marks ever written
     * @param perSecond since the view before
     */
    public record TopicSize(String topic, long written, double perSecond) {}
}
