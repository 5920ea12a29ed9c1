package news.dateline.ingest.publish;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import news.dateline.chassis.Trouble;
import news.dateline.contract.Origin;
import news.dateline.contract.RawArticle;
import news.dateline.contract.Rejection;
import news.dateline.contract.Topic;
import news.dateline.contract.Topics;
import news.dateline.contract.TraceContext;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes raw articles and dead letters, and tells what Kafka said of each; its memory is bounded. */
public final class RawPublisher implements AutoCloseable {
    private static final Duration CLOSE_MOST = Duration.ofSeconds(5);

    private final Supplier<Producer<byte[], byte[]>> open;
    private final BooleanSupplier topicsExist;
    private final Trouble trouble;
    private volatile Optional<Producer<byte[], byte[]>> producer = Optional.empty();
    private boolean closed;

    /**
     * A publisher over a producer.
     *
     * @param open        makes the producer when it is first needed: it can't be made while its broker's host has no
     *                    address
     * @param topicsExist until then nothing is sent, since a broker may make a missing topic with settings of its own
     * @param trouble     is told when Kafka does not take an article, and when it takes one again
     */
    public RawPublisher(Supplier<Producer<byte[], byte[]>> open, BooleanSupplier topicsExist, Trouble trouble) {
        this.open = open;
        this.topicsExist = topicsExist;
        this.trouble = trouble;
    }

    /**
     * The producer that loses nothing: every replica in sync acknowledges, and a retry is never a second record.
     *
     * @param kafka properties of the cluster; what a promise hangs on can't be changed by them
     */
    public static Producer<byte[], byte[]> producer(Map<String, String> kafka) {
        Map<String, Object> properties = new HashMap<>(Map.of(ProducerConfig.CLIENT_ID_CONFIG, "dateline-ingest",
                ProducerConfig.LINGER_MS_CONFIG, 5, ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4",
                ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024, ProducerConfig.BUFFER_MEMORY_CONFIG, 32L * 1024 * 1024,
                ProducerConfig.RECONNECT_BACKOFF_MS_CONFIG, 250L, ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                2_000L));
        properties.putAll(Map.of(ProducerConfig.MAX_BLOCK_MS_CONFIG, 3_000L, ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                10_000, ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000));
        properties.putAll(kafka);
        properties.putAll(Map.of(ProducerConfig.ACKS_CONFIG, "all", ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MAX_RECORD_BYTES));
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    CompletableFuture<Published> publish(RawArticle article, Origin origin, Following.Followed followed) {
        ProducerRecord<byte[], byte[]> record = record(Topics.RAW, article.articleId(), article);
        origin.addTo(record.headers());
        return send(record, Optional.of(followed));
    }

    /** Writes a record of another topic, or a tombstone; gives why where Kafka did not acknowledge it. */
    public <V> CompletableFuture<Optional<String>> put(Topic<String, V> topic, Optional<Integer> partition, String key,
            Optional<V> value) {
        ProducerRecord<byte[], byte[]> plain = record(topic, key, value.orElse(null));
        return send(new ProducerRecord<>(plain.topic(), partition.orElse(null), plain.key(), plain.value()),
                Optional.empty())
                .thenApply(published -> switch (published) {
                    case Published.Acknowledged() -> Optional.empty();
                    case Published.Unavailable(String why) -> Optional.of(why);
                    case Published.TooLarge() -> Optional.of("the record is larger than " + topic.name() + " takes");
                });
    }

    CompletableFuture<Published> reject(Rejection rejection, byte[] bytes, Optional<String> articleId,
            Following.Followed followed) {
        ProducerRecord<byte[], byte[]> record = record(Topics.REJECTED, articleId.orElse(null), bytes);
        rejection.addTo(record.headers());
        return send(record, Optional.of(followed));
    }

    private static <V> ProducerRecord<byte[], byte[]> record(Topic<String, V> topic, String key, V value) {
        return new ProducerRecord<>(topic.name(), topic.key().serializer().serialize(topic.name(), key),
                topic.value().serializer().serialize(topic.name(), value));
    }

    private CompletableFuture<Published> send(ProducerRecord<byte[], byte[]> record,
            Optional<Following.Followed> followed) {
        followed.ifPresent(article -> TraceContext.put(article.traceparent(), record.headers()));
        if (!topicsExist.getAsBoolean()) {
            return CompletableFuture.completedFuture(new Published.Unavailable("topics are not made yet"));
        }
        CompletableFuture<Published> published = new CompletableFuture<>();
        try {
            var unused = producer.orElseGet(this::opened).send(record, (metadata, failure) -> {
                if (failure == null) {
                    followed.ifPresent(
                            article -> article.written(metadata.topic(), metadata.partition(), metadata.offset()));
                }
                published.complete(after(failure));
            });
        } catch (KafkaException | IllegalStateException e) {
            published.complete(after(e));
        }
        return published;
    }

    private Published after(Exception failure) {
        Published published = Published.after(failure);
        if (published instanceof Published.Unavailable(String why)) {
            trouble.happened("Kafka does not take articles: " + why);
        } else if (published instanceof Published.Acknowledged) {
            trouble.isOver();
        }
        return published;
    }

    private synchronized Producer<byte[], byte[]> opened() {
        if (closed) {
            throw new IllegalStateException("the publisher is closed");
        }
        producer = Optional.of(producer.orElseGet(open));
        return producer.get();
    }

    /** Waits a few seconds for what is under way. */
    @Override
    public synchronized void close() {
        closed = true;
        producer.ifPresent(opened -> opened.close(CLOSE_MOST));
    }
}
