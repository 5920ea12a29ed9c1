package news.dateline.chassis;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;

/**
 * A service's metrics in Prometheus' conventions.
 *
 * <p>The identity that operators may rely on: {@code dateline_received_total} = the sum of {@code dateline_outcome_total}
 * over its labels, as soon as nothing is under way.
 */
public final class Metrics implements AutoCloseable {
    /** From what a pure step takes to what makes a client give up; the same for all, so that steps can be compared. */
    private static final Duration[] BUCKETS = LongStream
            .of(100, 250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000,
                    2_500_000, 5_000_000, 10_000_000)
            .mapToObj(micros -> Duration.ofNanos(micros * 1_000)).toArray(Duration[]::new);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbageCollection = new JvmGcMetrics();
    private final Counter received;
    /** Counted for each record: the registry would build name and tags anew each time to find them. */
    private final Map<Left, Counter> outcomes = new ConcurrentHashMap<>();
    private final AtomicLong newestMillis = new AtomicLong();
    private final KafkaMeters kafka;

    private record Left(String outcome, String reason) {}

    /** Metrics of one service; every line carries its name. */
    public Metrics(String service) {
        registry.config().commonTags("service", service).meterFilter(KafkaMeters.few());
        kafka = new KafkaMeters(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        garbageCollection.bindTo(registry);
        received = Counter.builder("dateline.received").description("Records that entered the service")
                .register(registry);
    }

    /** Tells at each scrape whether the service is ready. */
    void readyWhen(BooleanSupplier ready) {
        Gauge.builder("dateline.ready", ready, now -> now.getAsBoolean() ? 1 : 0)
                .description("1 when /health/ready answers 200, else 0").strongReference(true).register(registry);
    }

    /** Tells that nothing has left under this outcome yet: a counter that begins with its first event has no increase. */
    public void mayLeaveAs(String outcome) {
        left(outcome, "");
    }

    /** Counts records that entered the service. */
    public void received(long count) {
        received.increment((double) count);
    }

    /** Counts a record that left the service, under exactly one outcome. */
    public void outcome(String outcome) {
        outcome(outcome, "");
    }

    /** Counts a record that left the service, under exactly one outcome and the reason for it. */
    public void outcome(String outcome, String reason) {
        left(outcome, reason).increment();
    }

    private Counter left(String outcome, String reason) {
        return outcomes.computeIfAbsent(new Left(outcome, reason),
                left -> Counter.builder("dateline.outcome").description("Records that left the service, by outcome")
                        .tag("outcome", left.outcome()).tag("reason", left.reason()).register(registry));
    }

    /** Times a step of the service's work, in a histogram; a step is named by the code, never by what came in. */
    public Timer step(String step) {
        return Timer.builder("dateline.step").description("Time that a step of a service's work took").tag("step", step)
                .serviceLevelObjectives(BUCKETS).register(registry);
    }

    /** What was received at this time is passed on: the newest such time tells how fresh the service's work is. */
    public void passedOn(Instant receivedAt) {
        long millis = receivedAt.toEpochMilli();
        if (newestMillis.getAndAccumulate(millis, Math::max) == 0) {
            Gauge.builder("dateline.newest.received.timestamp", newestMillis, newest -> (double) newest.get() / 1_000)
                    .description("When the newest that was passed on had been received, in seconds since 1970")
                    .baseUnit("seconds").register(registry);
        }
    }

    /** Meters of the service's Kafka clients. */
    public KafkaMeters kafka() {
        return kafka;
    }

    /** How many records entered the service. */
    public long receivedCount() {
        return (long) received.count();
    }

    /** How many records left the service under an outcome, whatever the reason. */
    public long outcomeCount(String outcome) {
        return (long) registry.find("dateline.outcome").tag("outcome", outcome).counters().stream()
                .mapToDouble(Counter::count).sum();
    }

    /** For meters of a service's own. */
    public MeterRegistry registry() {
        return registry;
    }

    /** The text that Prometheus scrapes. */
    String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        kafka.close();
        garbageCollection.close();
        registry.close();
    }
}
