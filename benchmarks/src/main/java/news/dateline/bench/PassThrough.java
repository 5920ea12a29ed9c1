package news.dateline.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.LongAdder;
import news.dateline.contract.Topic;
import news.dateline.contract.Topics;
import news.dateline.enrich.EnrichSettings;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/** What enrich is compared with: topic → mapValues → topic, under the same guarantee, reading no word. */
final class PassThrough implements StreamsRun {
    static final Topic<String, byte[]> FROM = like("bench.raw");
    static final Topic<String, byte[]> TO = like("bench.passed-through");

    private static final Duration STOP_MOST = Duration.ofSeconds(20);

    private final LongAdder received = new LongAdder();
    private final KafkaStreams streams;

    private PassThrough(Properties properties) {
        streams = new KafkaStreams(topology(), properties);
    }

    /** Starts it with the thread count and the compression of enrich. */
    static PassThrough start(String bootstrap, int round, Path stateFolder) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "bench-pass-through-" + round);
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, EnrichSettings.read(Map.of()).threads());
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateFolder.toString());
        properties.put(StreamsConfig.producerPrefix("max.request.size"), Topics.MAX_RECORD_BYTES);
        properties.put(StreamsConfig.producerPrefix("compression.type"), "lz4");
        PassThrough run = new PassThrough(properties);
        run.streams.start();
        return run;
    }

    private Topology topology() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(FROM.name(), Consumed.with(FROM.key(), FROM.value())).mapValues(article -> {
            received.increment();
            return article;
        }).to(TO.name(), Produced.with(TO.key(), TO.value()));
        return builder.build();
    }

    private static Topic<String, byte[]> like(String name) {
        return new Topic<>(name, Serdes.String(), Serdes.ByteArray(), Topics.RAW.partitions(), Topics.RAW.settings());
    }

    @Override
    public long received() {
        return received.sum();
    }

    @Override
    public void close() {
        if (!streams.close(STOP_MOST)) {
            System.err.println("pass-through did not stop within " + STOP_MOST.toSeconds()
                    + " s; what is measured after it may be slower");
        }
    }
}
