package news.dateline.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import news.dateline.chassis.Metrics;
import news.dateline.contract.ContractJson;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import tools.jackson.databind.JsonNode;

/** One pipeline for all tests of the module: the wiring that people run, on ports that nobody else has. */
final class SharedPipeline implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Path folder;
    private final LocalPipeline pipeline;
    private long foreignRecords;

    private SharedPipeline() throws IOException {
        folder = Files.createTempDirectory("dateline-it-");
        pipeline = LocalPipeline.start(folder, Ports.ANY_FREE, said -> {
        });
    }

    /** Gives the one pipeline to test methods, and stops it when the last test is done. */
    static final class Extension implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == SharedPipeline.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL)
                    .getOrComputeIfAbsent(SharedPipeline.class, type -> open(), SharedPipeline.class);
        }

        private static SharedPipeline open() {
            try {
                return new SharedPipeline();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    HttpResponse<String> push(String mediaType, String body) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(uri(pipeline.ingest().port(), "/v1/articles"))
                .header("content-type", mediaType).POST(HttpRequest.BodyPublishers.ofString(body))
                .timeout(Duration.ofMinutes(1)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Pushes one JSON article and returns its id. */
    String pushed(String json) throws IOException, InterruptedException {
        return ContractJson.mapper().readTree(push("application/json", json).body()).path("articleId").asString();
    }

    HttpResponse<String> read(String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(uri(pipeline.sink().port(), path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** The article as PostgreSQL has it; empty while, or when, it has it not. */
    Optional<JsonNode> stored(String id) {
        try {
            HttpResponse<String> answer = read("/v1/articles/" + id);
            return answer.statusCode() == 200
                    ? Optional.of(ContractJson.mapper().readTree(answer.body()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Producer<byte[], byte[]> producer() {
        return new KafkaProducer<>(Map.of("bootstrap.servers", pipeline.bootstrapServers()), new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    void write(ProducerRecord<byte[], byte[]> entry) throws Exception {
        try (Producer<byte[], byte[]> producer = producer()) {
            producer.send(entry).get();
        }
    }

    /** Reads a topic from its beginning until a record is found that fits. */
    ConsumerRecord<String, byte[]> await(String topic, Predicate<ConsumerRecord<String, byte[]>> wanted) {
        Map<String, Object> properties = new HashMap<>(Map.of("bootstrap.servers", pipeline.bootstrapServers(),
                "isolation.level", "read_committed", "enable.auto.commit", false));
        try (Consumer<String, byte[]> consumer = new KafkaConsumer<>(properties, new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (System.nanoTime() < deadline) {
                for (ConsumerRecord<String, byte[]> entry : consumer.poll(Duration.ofMillis(100))) {
                    if (wanted.test(entry)) {
                        return entry;
                    }
                }
            }
            throw new AssertionError("no such record on " + topic + " within 30 s");
        }
    }

    /** The identity that operators rely on: everything that entered has exactly one outcome. */
    boolean isSettled() {
        Metrics ingest = pipeline.ingest().metrics();
        Metrics enrich = pipeline.enrich().metrics();
        Metrics sink = pipeline.sink().metrics();
        long enrichOut = outcomes(enrich, "enriched", "unchanged", "superseded", "withdrawn", "rejected");
        long sinkOut = outcomes(sink, "stored", "superseded", "withdrawn", "rejected");
        return ingest.receivedCount() == outcomes(ingest, "accepted", "rejected", "unavailable")
                && enrich.receivedCount() == enrichOut && sink.receivedCount() == sinkOut
                && sink.receivedCount() == outcomes(enrich, "enriched", "withdrawn") + foreignRecords;
    }

    private static long outcomes(Metrics metrics, String... words) {
        return List.of(words).stream().mapToLong(metrics::outcomeCount).sum();
    }

    /** Says that a test wrote a record for the sink itself, which enrich can't have counted. */
    void foreignRecord() {
        foreignRecords++;
    }

    LocalPipeline pipeline() {
        return pipeline;
    }

    Path folder() {
        return folder;
    }

    private static URI uri(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    @Override
    public void close() throws IOException {
        pipeline.close();
        Folders.delete(folder);
    }
}
