package news.dateline.enrich.stream;

import java.util.Map;
import java.util.Optional;
import news.dateline.chassis.Metrics;
import news.dateline.chassis.OutcomeLog;
import news.dateline.chassis.Traces;
import news.dateline.contract.Origin;
import news.dateline.contract.Rejection;
import news.dateline.contract.TraceContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Tells of each record what became of it: in the metrics, in its trace, and in the log where it went wrong. */
final class Outcomes {
    private final Metrics metrics;
    private final Traces traces;
    private final OutcomeLog log;

    Outcomes(Metrics metrics, Traces traces, OutcomeLog log) {
        this.metrics = metrics;
        this.traces = traces;
        this.log = log;
    }

    /** A record came in. */
    void received() {
        metrics.received(1);
    }

    /** Begins a step in the record's trace, which the record's headers then tell of; empty where no spans are sent. */
    Optional<Traces.Step> begin(String step, FixedKeyRecord<String, ?> entry, Optional<RecordMetadata> place) {
        if (!traces.areSent()) {
            return Optional.empty();
        }
        Traces.Step begun = traces.begin(step, TraceContext.of(entry.headers()).map(TraceContext::text));
        TraceContext.put(begun.traceparent(), entry.headers());
        place.ifPresent(from -> begun.at(from.topic(), from.partition(), from.offset()));
        return Optional.of(entry.key() == null ? begun : begun.with("dateline.article_id", entry.key()));
    }

    /** A step is done, and the record goes on. */
    static void passedOn(Optional<Traces.Step> step) {
        step.ifPresent(begun -> begun.end("passed-on", ""));
    }

    /** The record leaves, as it should. */
    void left(String outcome, Optional<Traces.Step> step) {
        metrics.outcome(outcome);
        step.ifPresent(begun -> begun.end(outcome, ""));
    }

    /** The record leaves in the only step that it took here. */
    void left(String outcome, String step, FixedKeyRecord<String, ?> entry, Optional<RecordMetadata> place) {
        left(outcome, begin(step, entry, place));
    }

    /** The record can never be enriched; its headers then say why. */
    void rejected(Rejection why, FixedKeyRecord<String, ?> entry, Optional<Traces.Step> step,
            Optional<Throwable> defect) {
        why.addTo(entry.headers());
        metrics.outcome("rejected", why.reason().word());
        step.ifPresent(begun -> begun.end("rejected", why.reason().word()));
        Origin origin = why.origin();
        log.tell("rejected",
                Map.of("reason", why.reason().word(), "rule", why.rule(), "topic", origin.topic().orElse(""),
                        "partition",
                        origin.partition().orElse(-1), "offset", origin.offset().orElse(-1L), "articleId",
                        entry.key() == null ? "" : entry.key(), "trace",
                        TraceContext.of(entry.headers()).map(TraceContext::traceId).orElse("")),
                defect);
    }
}
