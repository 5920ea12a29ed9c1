package news.dateline.dashboard;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import news.dateline.chassis.Health;
import news.dateline.chassis.HttpEndpoint;
import news.dateline.chassis.Metrics;
import news.dateline.chassis.Problem;
import news.dateline.chassis.Service;
import news.dateline.chassis.ServiceMain;
import news.dateline.contract.ContractJson;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The page that an operator keeps open, and the same as JSON; it reads Kafka alone. */
public final class DashboardService implements Service {
    private static final Logger LOG = LoggerFactory.getLogger(DashboardService.class);

    private final DashboardSettings settings;
    private final Metrics metrics = new Metrics("dashboard");
    private final HttpEndpoint endpoint;
    private final Thread watcher = new Thread(this::watch, "dashboard-watcher");
    private final AtomicReference<Health> health = new AtomicReference<>(new Health.Waiting("Kafka"));
    private final AtomicReference<Optional<PipelineView>> view = new AtomicReference<>(Optional.empty());

    private DashboardService(DashboardSettings settings) {
        this.settings = settings;
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
        service.watcher.start();
        return service;
    }

    /** Runs an instance as a process. */
    public static void main(String[] arguments) throws InterruptedException {
        ServiceMain.run(DashboardService::start);
    }

    private void watch() {
        try {
            while (true) {
                watchUntilAway();
                Thread.sleep(settings.every());
            }
        } catch (InterruptedException e) {
            LOG.atDebug().log("watching ended");
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("watching failed");
            health.set(new Health.Failed("Kafka is no longer watched: " + e.getMessage()));
        }
    }

    /** Returns when the broker is away; a new client then forgets what the old one held on to. */
    private void watchUntilAway() throws InterruptedException {
        Properties properties = new Properties();
        properties.putAll(settings.kafka());
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "5000");
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "4000");
        try (Admin admin = Admin.create(properties)) {
            KafkaSnapshot before = KafkaSnapshot.take(admin);
            while (true) {
                KafkaSnapshot now = KafkaSnapshot.take(admin);
                view.set(Optional.of(now.view(before)));
                health.set(Health.UP);
                before = now;
                Thread.sleep(settings.every());
            }
        } catch (KafkaException e) {
            String away = "Kafka at " + settings.kafka().get("bootstrap.servers") + ": " + e.getMessage();
            health.set(new Health.Waiting(away));
            LOG.atWarn().addKeyValue("reason", e.getMessage()).log("waiting for Kafka");
        }
    }

    private void pipeline(Context context) {
        PipelineView current = view.get().filter(seen -> health.get() instanceof Health.Up)
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
        return health.get();
    }

    @Override
    public Metrics metrics() {
        return metrics;
    }

    @Override
    public void close() {
        watcher.interrupt();
        try {
            watcher.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        endpoint.close();
        metrics.close();
    }
}
