package news.dateline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.dateline.chassis.Health;
import news.dateline.contract.Content;
import news.dateline.contract.Declared;
import news.dateline.contract.PublicationStatus;
import news.dateline.contract.RawArticle;
import news.dateline.contract.Source;
import news.dateline.contract.Topics;
import news.dateline.enrich.EnrichService;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedPipeline.Extension.class)
class EnrichStartIT {
    @Test
    void isReadyOnlyWhenLostStoresAreReadBackAndSaysWhichTransactionIsInTheWay(@TempDir Path folder) throws Exception {
        int articles = 2_000;
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"), 0)) {
            Map<String, String> variables = Map.of("DATELINE_KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers(),
                    "DATELINE_ENRICH_PORT", "0", "DATELINE_ENRICH_STATE_DIR", folder.resolve("stores").toString());
            try (EnrichService enrich = EnrichService.start(variables)) {
                awaitUp(enrich);
                // Packed it fits into the topic, but what becomes of it fits into none.
                writeTooLarge(broker);
                cancel(broker, articles);
                await().atMost(Duration.ofSeconds(90))
                        .until(() -> enrich.metrics().outcomeCount("withdrawn") == articles);
                assertThat(enrich.metrics().outcomeCount("rejected")).isEqualTo(1);
            }
            Folders.delete(folder.resolve("stores"));

            try (Producer<String, byte[]> left = leaveOpen(broker, "dateline-enrich-revisions-changelog");
                    EnrichService enrich = EnrichService.start(variables)) {
                await().atMost(Duration.ofSeconds(90))
                        .untilAsserted(() -> assertThat(Services.get(enrich, "/health/ready").body())
                                .contains("dateline-enrich-revisions-changelog-1 has a transaction open from offset ",
                                        ", last written to at 20", "Z, of left-open, which the broker has as Ongoing"));

                left.abortTransaction();
                await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(5))
                        .until(() -> Services.get(enrich, "/health/ready").statusCode() == 200);
                String restored = Services.get(enrich, "/metrics").body().lines()
                        .filter(line -> line.startsWith("dateline_restored_records_total{")).findFirst().orElseThrow();
                assertThat(Double.parseDouble(restored.substring(restored.lastIndexOf(' ') + 1)))
                        .isGreaterThanOrEqualTo(articles);
            }
        }
    }

    private static Producer<String, byte[]> leaveOpen(EmbeddedBroker broker, String topic) {
        Producer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "left-open",
                        "transaction.timeout.ms", 600_000),
                new StringSerializer(), new ByteArraySerializer());
        producer.initTransactions();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(topic, 1, "left open", new byte[0])).isDone();
        producer.flush();
        return producer;
    }

    private static void awaitUp(EnrichService enrich) {
        await().atMost(Duration.ofSeconds(90)).until(() -> enrich.health() instanceof Health.Up);
    }

    private static void writeTooLarge(EmbeddedBroker broker) throws Exception {
        int bytes = Topics.MAX_ENRICHED_BYTES + 1;
        try (Producer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "compression.type", "lz4", "max.request.size",
                        2 * bytes),
                new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.RAW.name(), "too-large", new byte[bytes])).get();
        }
    }

    /** Each leaves an entry in the store of revisions, with little work. */
    private static void cancel(EmbeddedBroker broker, int articles) {
        try (Producer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()), new StringSerializer(),
                new ByteArraySerializer())) {
            for (int i = 0; i < articles; i++) {
                String id = "%032x".formatted(i);
                RawArticle raw = new RawArticle(RawArticle.SCHEMA_VERSION, id, Optional.empty(), Optional.empty(),
                        Source.UNKNOWN, "", "", Content.NONE, List.of(), Declared.NOTHING, Optional.empty(),
                        PublicationStatus.CANCELED, Optional.empty(), Optional.empty(), Instant.now());
                var unused = producer.send(new ProducerRecord<>(Topics.RAW.name(), id,
                        Topics.RAW.value().serializer().serialize(Topics.RAW.name(), raw)));
            }
        }
    }

    @Test
    void hasFailedWhenItCantMakeTheFolderOfItsStores(SharedPipeline pipeline, @TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        try (EnrichService enrich = EnrichService.start(Map.of("DATELINE_KAFKA_BOOTSTRAP_SERVERS",
                pipeline.pipeline().bootstrapServers(), "DATELINE_ENRICH_PORT", "0", "DATELINE_ENRICH_STATE_DIR",
                file.resolve("stores").toString()))) {
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(enrich.health()).isInstanceOfSatisfying(
                            Health.Failed.class, failed -> assertThat(failed.why()).startsWith("it can't start: ")
                                    .contains(file.resolve("stores").toString())));
            assertThat(Services.get(enrich, "/health/live").statusCode()).isEqualTo(503);
        }
    }
}
