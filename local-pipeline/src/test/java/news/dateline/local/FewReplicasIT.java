package news.dateline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.dateline.contract.KafkaNeeds;
import news.dateline.contract.Topic;
import news.dateline.contract.TopicCreation;
import news.dateline.ingest.IngestService;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A cluster that is to keep everything twice, and loses brokers. */
@ExtendWith(SharedPipeline.Extension.class)
class FewReplicasIT {
    private static final Map<String, String> KEPT_TWICE = Map.of("default.replication.factor", "2",
            "min.insync.replicas", "2",
            "offsets.topic.replication.factor", "2", "transaction.state.log.replication.factor", "2",
            "transaction.state.log.min.isr", "2");

    @TempDir
    private Path folder;

    @Test
    void everyServiceSaysWhatTheClusterLacksAndGoesOnByItselfWhenItIsThere(SharedPipeline pipeline) throws Exception {
        EmbeddedBroker first = EmbeddedBroker.start(folder.resolve("1"), 0, KEPT_TWICE);
        try (Services services = new Services(Map.of("DATELINE_KAFKA_BOOTSTRAP_SERVERS", first.bootstrapServers()),
                Services.database(pipeline, "few_replicas"), folder.resolve("enrich"))) {
            Services.awaitWaiting(services.writers(), "Kafka at " + first.bootstrapServers(),
                    "topics can't be made: ", "replication factor");

            EmbeddedBroker second = join(first);
            Services.awaitUp(services.all());
            services.pushUntilStored("Kept twice");

            second.close();
            Services.awaitWaiting(services.writers(),
                    "fewer replicas in sync than min.insync.replicas, of ", " more partitions");

            first.close();
            Services.awaitWaiting(services.all(), "Kafka at " + first.bootstrapServers() + ": no answer");
        } finally {
            first.close();
        }
    }

    @Test
    void saysThatTheBrokersCantMakeTheirOwnTopics() throws Exception {
        EmbeddedBroker alone = EmbeddedBroker.start(folder, 0, Map.of("offsets.topic.replication.factor", "3"));
        try (IngestService ingest = IngestService.start(Map.of("DATELINE_INGEST_PORT", "0",
                "DATELINE_KAFKA_BOOTSTRAP_SERVERS", alone.bootstrapServers()))) {
            Services.awaitWaiting(List.of(ingest), "Kafka at " + alone.bootstrapServers(),
                    "no __consumer_offsets yet; enough brokers for its replication factor?");
        } finally {
            alone.close();
        }
    }

    @Test
    void saysThatATopicIsTooNarrowForTheLargestRecord(SharedPipeline pipeline) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", pipeline.pipeline().bootstrapServers()))) {
            TopicCreation.createMissing(admin, List.of(topic("1000")));

            assertThat(new KafkaNeeds(List.of(topic("2000")), true).lacking(admin, true))
                    .contains("narrow takes records of 1000 bytes at most; raise its max.message.bytes to 2000");
            assertThat(new KafkaNeeds(List.of(topic("1000")), true).lacking(admin, true)).isEmpty();
        }
    }

    @Test
    void aTopicIsMadeWhenEachOfItsLeadersAnswers(SharedPipeline pipeline) throws Exception {
        Topic<byte[], byte[]> wide = new Topic<>("wide", Serdes.ByteArray(), Serdes.ByteArray(), 60, Map.of());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", pipeline.pipeline().bootstrapServers()))) {
            TopicCreation.createMissing(admin, List.of(wide));

            assertThat(admin.listOffsets(IntStream.range(0, 60).boxed().collect(
                    Collectors.toMap(partition -> new TopicPartition("wide", partition),
                            partition -> OffsetSpec.latest())))
                    .all().get()).hasSize(60);
        }
    }

    private static Topic<byte[], byte[]> topic(String mostBytes) {
        return new Topic<>("narrow", Serdes.ByteArray(), Serdes.ByteArray(), 1, Map.of("max.message.bytes", mostBytes));
    }

    private EmbeddedBroker join(EmbeddedBroker first) {
        int port = EmbeddedBroker.freePort();
        Map<String, String> properties = new HashMap<>(KEPT_TWICE);
        properties.putAll(first.joining(2, port));
        return EmbeddedBroker.start(folder.resolve("2"), port, properties);
    }
}
