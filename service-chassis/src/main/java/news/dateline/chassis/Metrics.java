package news.dateline.chassis;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/**
 * A service's metrics in Prometheus' conventions.
 *
 * <p>The identity that operators may rely on: {@code dateline_received_total} = the sum of {@code dateline_outcome_total}
 * over its labels, as soon as nothing is under way.
 */
public final class Metrics implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbageCollection = new JvmGcMetrics();
    private final Counter received;

    /** Metrics of one service; every line carries its name. */
    public Metrics(String service) {
        registry.config().commonTags("service", service);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        garbageCollection.bindTo(registry);
        received = Counter.builder("dateline.received").description("Records that entered the service")
                .register(registry);
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
        Counter.builder("dateline.outcome").description("Records that left the service, by outcome")
                .tag("outcome", outcome).tag("reason", reason).register(registry).increment();
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
        garbageCollection.close();
        registry.close();
    }
}
