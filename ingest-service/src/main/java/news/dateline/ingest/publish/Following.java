package news.dateline.ingest.publish;

import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import news.dateline.chassis.Metrics;
import news.dateline.chassis.OutcomeLog;
import news.dateline.chassis.Traces;
import news.dateline.contract.Origin;
import news.dateline.contract.TraceContext;

/** Follows each article from its receipt to its outcome: a time, a span, and a line in the log where it went wrong. */
public final class Following {
    private final Metrics metrics;
    private final Traces traces;
    private final OutcomeLog log;
    private final Timer time;

    public Following(Metrics metrics, Traces traces, InstantSource clock) {
        this.metrics = metrics;
        this.traces = traces;
        this.log = new OutcomeLog(clock);
        this.time = metrics.step("accept");
    }

    Followed begin(Origin origin, Optional<TraceContext> trace, Instant receivedAt) {
        return new Followed(origin, traces.begin("accept", trace.map(TraceContext::text)), receivedAt);
    }

    /** One article on its way. */
    final class Followed {
        private final Origin origin;
        private final Traces.Step step;
        private final Instant receivedAt;
        private final long began = System.nanoTime();

        private Followed(Origin origin, Traces.Step step, Instant receivedAt) {
            this.origin = origin;
            this.step = step;
            this.receivedAt = receivedAt;
        }

        /** What its record is to carry. */
        String traceparent() {
            return step.traceparent();
        }

        /** Kafka has its record. */
        void written(String topic, int partition, long offset) {
            step.at(topic, partition, offset);
        }

        void left(Outcome outcome) {
            time.record(Duration.ofNanos(System.nanoTime() - began));
            switch (outcome) {
                case Outcome.Accepted(String articleId) -> {
                    metrics.passedOn(receivedAt);
                    step.with("dateline.article_id", articleId).end("accepted", "");
                }
                case Outcome.Rejected rejected -> {
                    String reason = rejected.why().reason().word();
                    rejected.articleId().ifPresent(id -> step.with("dateline.article_id", id));
                    step.end("rejected", reason);
                    log.tell("rejected", keys(Map.of("reason", reason, "rule", rejected.why().rule())));
                }
                case Outcome.Unavailable(String why) -> {
                    step.end("unavailable", "");
                    log.tell("unavailable", keys(Map.of("what", why)));
                }
            }
        }

        private Map<String, Object> keys(Map<String, String> own) {
            Map<String, Object> keys = new LinkedHashMap<>(own);
            origin.feed().ifPresent(feed -> keys.put("feed", feed));
            origin.topic().ifPresent(topic -> keys.put("topic", topic));
            origin.partition().ifPresent(partition -> keys.put("partition", partition));
            origin.offset().ifPresent(offset -> keys.put("offset", offset));
            origin.line().ifPresent(line -> keys.put("line", line));
            keys.put("trace", TraceContext.read(step.traceparent()).map(TraceContext::traceId).orElse(""));
            return keys;
        }
    }
}
