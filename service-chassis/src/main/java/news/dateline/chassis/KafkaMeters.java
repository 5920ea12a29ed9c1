package news.dateline.chassis;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/**
 * Meters of a service's Kafka clients: the few that tell what is wrong, by client and topic at most.
 *
 * <p>A client has hundreds, for each partition, broker and task; in a cluster that grows they would outnumber all others.
 */
public final class KafkaMeters implements AutoCloseable {
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final String PREFIX = "kafka.";
    private static final Set<String> KEPT = Set.of("kafka.producer.record.send.total",
            "kafka.producer.record.error.total", "kafka.producer.record.retry.total",
            "kafka.producer.request.latency.avg", "kafka.producer.record.queue.time.avg",
            "kafka.producer.buffer.available.bytes", "kafka.consumer.fetch.manager.records.consumed.total",
            "kafka.consumer.fetch.manager.bytes.consumed.total", "kafka.consumer.fetch.manager.fetch.latency.avg",
            "kafka.consumer.coordinator.commit.latency.avg", "kafka.consumer.coordinator.rebalance.total",
            "kafka.consumer.coordinator.assigned.partitions", "kafka.consumer.last.poll.seconds.ago",
            "kafka.stream.alive.stream.threads", "kafka.stream.failed.stream.threads",
            "kafka.stream.thread.process.total", "kafka.stream.thread.process.latency.avg",
            "kafka.stream.thread.commit.total", "kafka.stream.thread.commit.latency.avg",
            "kafka.stream.thread.poll.latency.avg");
    private static final Set<String> UNBOUNDED = Set.of("partition", "node.id", "task.id", "processor.node.id");

    private final MeterRegistry registry;
    private final ScheduledExecutorService looking = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("kafka-meters").daemon().factory());
    private final Map<String, Runnable> bound = new HashMap<>();

    KafkaMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Makes meters of Kafka's clients as one asks Micrometer's binders to. */
    public interface Binding<B extends MeterBinder> {
        /** A binder that looks for new metrics of its client on this thread, as often as this. */
        B on(ScheduledExecutorService looking, Duration every);
    }

    /** The producer, metered; one that had the name before is metered no more. */
    public <P extends Producer<?, ?>> P producer(String name, P producer) {
        bind(name, (on, every) -> new KafkaClientMetrics(producer, List.of(), on, every), KafkaClientMetrics::close);
        return producer;
    }

    /** The consumer, metered; one that had the name before is metered no more. */
    public <C extends Consumer<?, ?>> C consumer(String name, C consumer) {
        bind(name, (on, every) -> new KafkaClientMetrics(consumer, List.of(), on, every), KafkaClientMetrics::close);
        return consumer;
    }

    /** Meters by a binder of its own kind. */
    public synchronized <B extends MeterBinder> void bind(String name, Binding<B> binding,
            java.util.function.Consumer<B> close) {
        Runnable before = bound.remove(name);
        if (before != null) {
            before.run();
        }
        B meters = binding.on(looking, LOOK);
        bound.put(name, () -> close.accept(meters));
        meters.bindTo(registry);
    }

    static MeterFilter few() {
        return new MeterFilter() {
            @Override
            public MeterFilterReply accept(Meter.Id id) {
                return !id.getName().startsWith(PREFIX) || isKept(id)
                        ? MeterFilterReply.NEUTRAL
                        : MeterFilterReply.DENY;
            }
        };
    }

    private static boolean isKept(Meter.Id id) {
        return KEPT.contains(id.getName())
                && id.getTags().stream().map(Tag::getKey).noneMatch(UNBOUNDED::contains);
    }

    @Override
    public synchronized void close() {
        looking.shutdownNow();
        bound.values().forEach(Runnable::run);
        bound.clear();
    }
}
