package news.dateline.dashboard.flow;

import java.util.List;
import news.dateline.contract.Topic;
import news.dateline.contract.Topics;

/** A service's consumer group and the topic that it reads. */
public record Reader(String service, String group, Topic<?, ?> topic) {
    static final Reader INGEST = new Reader("ingest", "dateline-ingest", Topics.INBOX);
    static final Reader ENRICH = new Reader("enrich", "dateline-enrich", Topics.RAW);
    public static final Reader SINK = new Reader("sink", "dateline-sink", Topics.ENRICHED);

    /** In the order of the flow. */
    static final List<Reader> ALL = List.of(INGEST, ENRICH, SINK);
}
