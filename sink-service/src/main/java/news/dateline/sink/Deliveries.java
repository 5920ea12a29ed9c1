package news.dateline.sink;

import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import news.dateline.chassis.Metrics;
import news.dateline.chassis.OutcomeLog;
import news.dateline.chassis.Traces;
import news.dateline.contract.TraceContext;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Tells of each record what became of it: how long its article was under way, its span, and a line where it went wrong. */
final class Deliveries {
    private static final Duration[] BUCKETS = Stream
            .of("PT0.05S", "PT0.1S", "PT0.25S", "PT0.5S", "PT1S", "PT2.5S", "PT5S", "PT10S", "PT30S", "PT1M", "PT5M",
                    "PT15M", "PT1H")
            .map(Duration::parse).toArray(Duration[]::new);

    private final Metrics metrics;
    private final Traces traces;
    private final InstantSource clock;
    private final OutcomeLog log;
    private final Timer write;
    private final Timer delivery;
    private Instant began;

    Deliveries(Metrics metrics, Traces traces, InstantSource clock) {
        this.metrics = metrics;
        this.traces = traces;
        this.clock = clock;
        this.log = new OutcomeLog(clock);
        this.write = metrics.step("write");
        this.delivery = Timer.builder("dateline.delivery")
                .description("Time from an article's receipt at ingest until it was stored")
                .serviceLevelObjectives(BUCKETS).register(metrics.registry());
        this.began = clock.instant();
    }

    /** What a batch's writing gives; a try that fails is timed as well. */
    <T> T timed(Supplier<T> batch) {
        began = clock.instant();
        return write.record(batch);
    }

    /** A record is dealt with. */
    void tell(Settled settled) {
        settled.receivedAt().ifPresent(receivedAt -> {
            metrics.passedOn(receivedAt);
            // Two machines' clocks: a little less than nothing is nothing.
            Duration time = Duration.between(receivedAt, clock.instant());
            delivery.record(time.isNegative() ? Duration.ZERO : time);
        });
        Optional<TraceContext> trace = TraceContext.of(settled.origin().headers());
        if (traces.areSent()) {
            span(settled, trace);
        }
        settled.cause().ifPresent(cause -> {
            Map<String, Object> keys = place(settled.origin());
            keys.put("reason", cause.reason().word());
            keys.put("rule", cause.rule());
            keys.put("trace", trace.map(TraceContext::traceId).orElse(""));
            log.tell("rejected", keys);
        });
    }

    private void span(Settled settled, Optional<TraceContext> trace) {
        ConsumerRecord<String, byte[]> origin = settled.origin();
        Traces.Step step = traces.begin("store", trace.map(TraceContext::text), began).at(origin.topic(),
                origin.partition(), origin.offset());
        if (origin.key() != null) {
            step = step.with("dateline.article_id", origin.key());
        }
        step.end(settled.outcome(), settled.reason());
    }

    /** Records went to another instance before they were written. */
    void tellDropped(int records) {
        log.tell("dropped", Map.of("reason", "partition-moved", "records", records));
    }

    private static Map<String, Object> place(ConsumerRecord<String, byte[]> origin) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("topic", origin.topic());
        keys.put("partition", origin.partition());
        keys.put("offset", origin.offset());
        return keys;
    }
}
