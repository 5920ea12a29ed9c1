package news.dateline.chassis;

import io.javalin.http.Context;
import io.javalin.http.RequestLogger;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Times the requests of an HTTP endpoint by route, never by path: what anybody may ask for makes no new series. */
final class RequestTimes implements RequestLogger {
    private static final double NANOS = 1_000_000;
    private static final Duration[] BUCKETS = {Duration.ofMillis(5), Duration.ofMillis(25), Duration.ofMillis(100),
            Duration.ofMillis(500), Duration.ofMillis(2_500), Duration.ofSeconds(10)};

    private final MeterRegistry registry;
    private final Map<Answered, Timer> timers = new ConcurrentHashMap<>();

    private record Answered(String method, String route, int status) {}

    RequestTimes(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void handle(Context context, Float millis) {
        Optional<Endpoint> route = Optional.ofNullable(context.endpoints().lastHttpEndpoint());
        Answered answered = new Answered(route.map(found -> found.method.name()).orElse("none"),
                route.map(found -> found.path).orElse("none"), context.statusCode());
        timers.computeIfAbsent(answered, this::timer).record(Duration.ofNanos(Math.round(millis * NANOS)));
    }

    private Timer timer(Answered answered) {
        return Timer.builder("http.server.requests").description("Time from an HTTP request to its whole answer")
                .tag("method", answered.method()).tag("route", answered.route())
                .tag("status", Integer.toString(answered.status())).serviceLevelObjectives(BUCKETS).register(registry);
    }
}
