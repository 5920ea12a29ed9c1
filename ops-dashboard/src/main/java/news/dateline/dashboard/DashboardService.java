package news.dateline.dashboard;

import io.javalin.http.Context;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import news.dateline.chassis.Health;
import news.dateline.chassis.HttpEndpoint;
import news.dateline.chassis.KafkaWatch;
import news.dateline.chassis.Metrics;
import news.dateline.chassis.Problem;
import news.dateline.chassis.Service;
import news.dateline.chassis.ServiceMain;
import news.dateline.contract.ContractJson;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The page that an operator keeps open, and the same as JSON; it reads Kafka alone. */
public final class DashboardService implements Service {
    private final Metrics metrics = new Metrics("dashboard");
    private final HttpEndpoint endpoint;
    private final KafkaWatch watch;
    private final AtomicReference<Optional<PipelineView>> view = new AtomicReference<>(Optional.empty());
    private final MultiGauge lag = MultiGauge.builder("dateline.lag")
            .description("Records that a service has yet to read, as Kafka has it").baseUnit("records")
            .register(metrics.registry());
    private Optional<KafkaSnapshot> before = Optional.empty();

    private DashboardService(DashboardSettings settings) {
        watch = new KafkaWatch(settings.kafka(), settings.every(), this::look);
        endpoint = HttpEndpoint.start(settings.host(), settings.port(), metrics, this::health, routes -> {
            routes.get("/", context -> serve(context, "index.html", "text/html; charset=utf-8"));
            routes.get("/dashboard.js", context -> serve(context, "dashboard.js", "text/javascript; charset=utf-8"));
            routes.get("/dashboard.css", context -> serve(context, "dashboard.css", "text/css; charset=utf-8"));
            routes.get("/v1/pipeline", this::pipeline);
        });
    }

    /** Starts an instance; it waits by itself for a broker that is away. */
    public static DashboardService start(Map<String, String> variables) {
        DashboardService service = new DashboardService(DashboardSettings.read(variables));
        service.watch.start();
        return service;
    }

    /** Runs an instance as a process. */
    public static void main(String[] arguments) throws InterruptedException {
        ServiceMain.run(DashboardService::start);
    }

    private Optional<String> look(Admin admin, boolean hasBeenUp) throws InterruptedException {
        try {
            KafkaSnapshot now = KafkaSnapshot.take(admin);
            PipelineView seen = now.view(before.orElse(now));
            view.set(Optional.of(seen));
            lag.register(seen.steps().stream().map(DashboardService::lag).toList(), true);
            before = Optional.of(now);
            return Optional.empty();
        } catch (UnknownTopicOrPartitionException e) {
            return Optional.of("the topics that ingest, enrich and the sink make are not there yet");
        }
    }

    private static MultiGauge.Row<Number> lag(PipelineView.Step step) {
        return MultiGauge.Row.of(Tags.of("step", step.service(), "topic", step.topic()), step.lag());
    }

    private void pipeline(Context context) {
        PipelineView current = view.get().filter(seen -> health() instanceof Health.Up)
                .orElseThrow(() -> Problem
                        .of(503, "unavailable", "Kafka is away",
                                "The view of the pipeline comes from Kafka; wait for it")
                        .refusal());
        context.contentType("application/json").result(ContractJson.mapper().writeValueAsBytes(current));
    }

    private static void serve(Context context, String file, String type) {
        try (InputStream page = DashboardService.class.getResourceAsStream("/dashboard/" + file)) {
            context.header("content-security-policy", "default-src 'self'").contentType(type)
                    .result(page.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "dashboard";
    }

    @Override
    public int port() {
        return endpoint.port();
    }

    @Override
    public Health health() {
        return watch.health();
    }

    @Override
    public Metrics metrics() {
        return metrics;
    }

    @Override
    public void close() {
        watch.close();
        endpoint.close();
        metrics.close();
    }
}
