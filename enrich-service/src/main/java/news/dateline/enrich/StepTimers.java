package news.dateline.enrich;

import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import news.dateline.chassis.Metrics;

/** Takes the time of each pure step into the service's metrics. */
final class StepTimers implements StepTimes {
    private final Metrics metrics;
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();

    StepTimers(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public <T> T of(String step, Supplier<T> work) {
        return timers.computeIfAbsent(step, metrics::step).record(work);
    }
}
