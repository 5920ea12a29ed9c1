package news.dateline.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import news.dateline.chassis.Metrics;
import news.dateline.chassis.TraceTarget;
import news.dateline.chassis.Traces;
import news.dateline.contract.Topics;
import news.dateline.enrich.Edition;
import news.dateline.enrich.EnrichService;
import news.dateline.enrich.EnrichSettings;
import news.dateline.enrich.Enricher;
import news.dateline.enrich.language.LanguageDetector;
import news.dateline.enrich.section.SectionModel;
import news.dateline.enrich.stream.BoundedStores;
import news.dateline.enrich.stream.EnrichTopology;
import news.dateline.tags.InvalidRule;
import news.dateline.tags.RuleBook;
import news.dateline.tags.StarterRules;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;

/** Enrich with its counters and nothing else that watches it: no times, no meters of Kafka's, no spans. */
final class UnwatchedEnrich implements StreamsRun {
    private static final Duration STOP_MOST = Duration.ofSeconds(20);

    private final Metrics metrics = new Metrics("enrich");
    private final Traces traces = Traces.of("enrich", TraceTarget.NONE);
    private final RuleBook rules = new RuleBook();
    private final KafkaStreams streams;

    private UnwatchedEnrich(Properties properties) {
        try {
            rules.putAll(StarterRules.all(Clock.systemUTC().instant()));
        } catch (InvalidRule e) {
            throw new BenchmarkFailed("the starter rules can't be run", e);
        }
        Enricher enricher = new Enricher(new LanguageDetector(), SectionModel.bundled(), new Edition.OfPublisher(),
                rules,
                Clock.systemUTC());
        streams = new KafkaStreams(EnrichTopology.of(enricher, metrics, traces, Clock.systemUTC()), properties);
    }

    /** Starts it with what the service sets and the rate hangs on. */
    static UnwatchedEnrich start(String bootstrap, Path stateFolder) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, EnrichService.APPLICATION_ID);
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, EnrichSettings.read(Map.of()).threads());
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateFolder.toString());
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedStores.class);
        properties.put(StreamsConfig.consumerPrefix("max.poll.records"), 100);
        properties.put(StreamsConfig.consumerPrefix("max.partition.fetch.bytes"), 128 * 1024);
        properties.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, 100);
        properties.put(StreamsConfig.producerPrefix("max.request.size"), Topics.MAX_ENRICHED_BYTES);
        properties.put(StreamsConfig.producerPrefix("compression.type"), "lz4");
        properties.put(StreamsConfig.topicPrefix("max.message.bytes"), Topics.MAX_ENRICHED_BYTES);
        UnwatchedEnrich run = new UnwatchedEnrich(properties);
        run.streams.start();
        return run;
    }

    @Override
    public long received() {
        return metrics.receivedCount();
    }

    @Override
    public void close() {
        if (!streams.close(
                CloseOptions.timeout(STOP_MOST).withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP))) {
            System.err.println("enrich did not stop within " + STOP_MOST.toSeconds() + " s");
        }
        rules.close();
        traces.close();
        metrics.close();
    }
}
