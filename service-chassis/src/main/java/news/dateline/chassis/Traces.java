package news.dateline.chassis;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Spans of a service's steps. Nothing waits for them: they are sent from a queue with an end, and those that find it full are lost.
 *
 * <p>Where none are sent, a trace goes on as it came, and begins all the same where none came.
 */
public final class Traces implements AutoCloseable {
    private static final int QUEUE = 8_192;
    private static final int BATCH = 2_048;
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration ANSWER_MOST = Duration.ofSeconds(5);
    private static final Duration CLOSE_MOST = Duration.ofSeconds(2);
    private static final AttributeKey<String> SERVICE = AttributeKey.stringKey("service.name");
    private static final AttributeKey<String> NAMESPACE = AttributeKey.stringKey("service.namespace");
    private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
    private static final AttributeKey<String> TOPIC = AttributeKey.stringKey("messaging.destination.name");
    private static final AttributeKey<String> PARTITION = AttributeKey
            .stringKey("messaging.destination.partition.id");
    private static final AttributeKey<Long> OFFSET = AttributeKey.longKey("messaging.kafka.offset");
    private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("dateline.outcome");
    private static final AttributeKey<String> REASON = AttributeKey.stringKey("dateline.reason");
    private static final int TRACE_ID = 3;
    private static final int SPAN_ID = TRACE_ID + TraceId.getLength() + 1;
    private static final int FLAGS = SPAN_ID + SpanId.getLength() + 1;

    private final Optional<SdkTracerProvider> provider;
    private final Optional<Tracer> tracer;

    private Traces(Optional<SdkTracerProvider> provider) {
        this.provider = provider;
        this.tracer = provider.map(made -> made.get("news.dateline"));
    }

    /** Spans of a service, sent to a target. */
    public static Traces of(String service, TraceTarget target) {
        return new Traces(target.endpoint().map(endpoint -> provider(service, endpoint, target)));
    }

    private static SdkTracerProvider provider(String service, URI endpoint, TraceTarget target) {
        OtlpHttpSpanExporterBuilder exporter = OtlpHttpSpanExporter.builder().setEndpoint(endpoint + "/v1/traces")
                .setTimeout(ANSWER_MOST).setConnectTimeout(ANSWER_MOST);
        target.headers().forEach(exporter::addHeader);
        return SdkTracerProvider.builder()
                .setResource(Resource.getDefault().toBuilder().put(SERVICE, "dateline-" + service)
                        .put(NAMESPACE, "dateline").build())
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(target.share())))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter.build()).setMaxQueueSize(QUEUE)
                        .setMaxExportBatchSize(BATCH).setScheduleDelay(EVERY).setExporterTimeout(ANSWER_MOST).build())
                .build();
    }

    /** Whether spans are sent. */
    public boolean areSent() {
        return tracer.isPresent();
    }

    /** Begins a step now. */
    public Step begin(String step, Optional<String> traceparent) {
        return begin(step, traceparent, Instant.now());
    }

    /**
     * Begins a step.
     *
     * @param traceparent of what comes in, of W3C's version 00; without one, a new trace begins
     */
    public Step begin(String step, Optional<String> traceparent, Instant at) {
        if (tracer.isEmpty()) {
            return new Step(Span.getInvalid(), traceparent.orElseGet(Traces::newTrace));
        }
        Context parent = traceparent.map(Traces::parent).orElse(Context.root());
        Span span = tracer.get().spanBuilder(step).setSpanKind(SpanKind.CONSUMER).setParent(parent)
                .setStartTimestamp(at).startSpan();
        SpanContext context = span.getSpanContext();
        return new Step(span, text(context.getTraceId(), context.getSpanId(), context.getTraceFlags().asHex()));
    }

    private static Context parent(String traceparent) {
        return Context.root().with(Span.wrap(SpanContext.createFromRemoteParent(
                traceparent.substring(TRACE_ID, SPAN_ID - 1), traceparent.substring(SPAN_ID, FLAGS - 1),
                TraceFlags.fromHex(traceparent, FLAGS), TraceState.getDefault())));
    }

    private static String newTrace() {
        return text(IdGenerator.random().generateTraceId(), IdGenerator.random().generateSpanId(), "01");
    }

    private static String text(String traceId, String spanId, String flags) {
        return "00-" + traceId + "-" + spanId + "-" + flags;
    }

    /** A step under way. */
    public static final class Step {
        private final Span span;
        private final String traceparent;

        private Step(Span span, String traceparent) {
            this.span = span;
            this.traceparent = traceparent;
        }

        /** What to send on, so that the next step knows this one. */
        public String traceparent() {
            return traceparent;
        }

        /** The record that it reads, or has written. */
        public Step at(String topic, int partition, long offset) {
            span.setAttribute(SYSTEM, "kafka").setAttribute(TOPIC, topic)
                    .setAttribute(PARTITION, Integer.toString(partition)).setAttribute(OFFSET, offset);
            return this;
        }

        /** Anything else that one may look for. */
        public Step with(String key, String value) {
            span.setAttribute(key, value);
            return this;
        }

        /** Ends it, with the outcome as it is counted. */
        public void end(String outcome, String reason) {
            span.setAttribute(OUTCOME, outcome);
            if (!reason.isEmpty()) {
                span.setAttribute(REASON, reason);
            }
            span.end();
        }
    }

    /** Sends what is there, for a short while at most. */
    @Override
    public void close() {
        provider.ifPresent(made -> made.shutdown().join(CLOSE_MOST.toMillis(), TimeUnit.MILLISECONDS));
    }
}
