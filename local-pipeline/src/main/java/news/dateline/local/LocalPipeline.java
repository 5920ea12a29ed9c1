package news.dateline.local;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import news.dateline.chassis.Health;
import news.dateline.chassis.HealthLog;
import news.dateline.chassis.InvalidSettings;
import news.dateline.chassis.Service;
import news.dateline.dashboard.DashboardService;
import news.dateline.enrich.EnrichService;
import news.dateline.ingest.IngestService;
import news.dateline.sink.SinkService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole pipeline in one process: a real broker, a real PostgreSQL, and every service as it is deployed. */
public final class LocalPipeline implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalPipeline.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** What was started, to be closed in the opposite order. */
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final Map<String, String> settings;
    private EmbeddedBroker broker;
    private EmbeddedDatabase database;
    private IngestService ingest;
    private EnrichService enrich;
    private SinkService sink;
    private DashboardService dashboard;

    private LocalPipeline(Map<String, String> settings) {
        this.settings = Map.copyOf(settings);
    }

    /**
     * Starts everything and returns when every service is ready.
     *
     * @param progress is told, in a few words, what is going on
     * @throws CannotStart when the folder is in use, a port is taken, or a part does not come up
     */
    public static LocalPipeline start(Path folder, Ports ports, Consumer<String> progress) {
        return start(folder, ports, Map.of(), progress);
    }

    /** As {@link #start(Path, Ports, Consumer)}, with settings of the services besides those that follow from folder and ports. */
    public static LocalPipeline start(Path folder, Ports ports, Map<String, String> settings,
            Consumer<String> progress) {
        LocalPipeline pipeline = new LocalPipeline(settings);
        try {
            pipeline.startAll(folder, ports, progress);
            return pipeline;
        } catch (RuntimeException | Error e) {
            // An Error too: a class that can't be made ready while the JVM shuts down must not leave PostgreSQL behind.
            pipeline.close();
            throw e;
        } catch (InterruptedException e) {
            pipeline.close();
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted while starting", e);
        }
    }

    private void startAll(Path folder, Ports ports, Consumer<String> progress)
            throws InterruptedException {
        DataFolder data = DataFolder.take(folder);
        started.push(data);
        EmbeddedDatabase.stopOrphan(data.database());
        ports.checkFree();
        if (LostStore.isIn(data)) {
            progress.accept("having every article stored again, as the database is gone");
            LostStore.forgetWhatWasStored(data);
        }

        progress.accept("starting Kafka and PostgreSQL");
        var postgres = CompletableFuture
                .supplyAsync(() -> EmbeddedDatabase.start(data.database(), ports.postgres(), data.databaseLog()));
        try {
            broker = EmbeddedBroker.start(data.broker(), ports.kafka());
            started.push(broker);
        } finally {
            database = join(postgres);
            started.push(database);
        }

        progress.accept("starting the services");
        ingest = start(IngestService::start, Map.of("DATELINE_INGEST_PORT", Integer.toString(ports.ingest())));
        enrich = start(EnrichService::start, Map.of("DATELINE_ENRICH_PORT", Integer.toString(ports.enrich()),
                "DATELINE_ENRICH_STATE_DIR", data.enrichState().toString()));
        sink = start(SinkService::start,
                Map.of("DATELINE_SINK_PORT", Integer.toString(ports.read()), "DATELINE_SINK_DATABASE_URL",
                        database.url(), "DATELINE_SINK_DATABASE_USER", database.user()));
        dashboard = start(DashboardService::start,
                Map.of("DATELINE_DASHBOARD_PORT", Integer.toString(ports.dashboard())));
        for (Service service : services()) {
            awaitUp(service, PATIENCE, progress);
        }
        Thread healthLog = Thread.ofVirtual().name("health-log").start(this::logHealth);
        started.push(healthLog::interrupt);
    }

    /** As a process of its own each would say in its log what it waits for. */
    private void logHealth() {
        List<HealthLog> logs = services().stream().map(service -> new HealthLog(service, InstantSource.system()))
                .toList();
        try {
            while (true) {
                logs.forEach(HealthLog::look);
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException e) {
            LOG.atDebug().log("health is no longer logged");
        }
    }

    private <S extends Service> S start(Function<Map<String, String>, S> starter,
            Map<String, String> own) {
        Map<String, String> variables = new HashMap<>(settings);
        variables.putAll(own);
        variables.put("DATELINE_KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
        // The one member of each group keeps its name: after a kill it goes on at once, its old session is not waited for.
        variables.put("DATELINE_KAFKA_GROUP_INSTANCE_ID", "local");
        try {
            S service = starter.apply(variables);
            started.push(service);
            return service;
        } catch (IllegalStateException | InvalidSettings e) {
            throw new CannotStart(e.getMessage(), e);
        }
    }

    private static EmbeddedDatabase join(CompletableFuture<EmbeddedDatabase> starting) {
        try {
            return starting.join();
        } catch (CompletionException e) {
            throw new CannotStart(e.getCause().getMessage(), e);
        }
    }

    /** As long as what it waits for changes, as the number of records to restore does, it comes nearer. */
    static void awaitUp(Service service, Duration patience, Consumer<String> progress) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        String said = "";
        for (Health now = service.health(); !(now instanceof Health.Up); now = service.health()) {
            String waits = switch (now) {
                case Health.Up() -> "nothing";
                case Health.Waiting(String what) -> what;
                case Health.Failed(String why) -> throw new CannotStart(service.name() + " failed: " + why);
            };
            if (!waits.equals(said)) {
                progress.accept(service.name() + " waits for " + waits);
                said = waits;
                deadline = System.nanoTime() + patience.toNanos();
            } else if (System.nanoTime() - deadline > 0) {
                throw new CannotStart(service.name() + " is not ready; it waits for " + waits);
            }
            Thread.sleep(Duration.ofMillis(20));
        }
    }

    /** Every service, in the order of the flow. */
    public List<Service> services() {
        return List.of(ingest, enrich, sink, dashboard);
    }

    public Service ingest() {
        return ingest;
    }

    public Service enrich() {
        return enrich;
    }

    public Service sink() {
        return sink;
    }

    public Service dashboard() {
        return dashboard;
    }

    /** Where Kafka clients find the broker. */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** Where JDBC finds the database. */
    public String databaseUrl() {
        return database.url();
    }

    /** Stops every part, the last started first; what fails to stop does not keep the others from stopping. */
    @Override
    public void close() {
        // Parts wait for each other while they stop; for a thread that was interrupted they would not.
        boolean interrupted = Thread.interrupted();
        while (!started.isEmpty()) {
            AutoCloseable part = started.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.atError().addKeyValue("part", part.getClass().getSimpleName()).setCause(e)
                        .log("did not stop cleanly");
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
