package news.dateline.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import news.dateline.chassis.Health;
import news.dateline.chassis.Service;
import news.dateline.local.CannotStart;
import news.dateline.local.LocalPipeline;
import news.dateline.local.Ports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The whole pipeline, embedded, until Ctrl-C. */
@Command(name = "up", mixinStandardHelpOptions = true, showDefaultValues = true, description = "Runs the whole pipeline, embedded, until Ctrl-C; data is kept.", footer = {
        "", "Each port can be 0, which takes any that is free. DATELINE_INGEST_FEED_… set how feeds are polled, see",
        "docs/operations.md.", "", "Examples:", "  dateline up",
        "  dateline up --data ~/news --kafka-port 9192"})
final class UpCommand implements Callable<Integer> {
    /** Variables of the services that have no option here. */
    private static final List<String> SPANS = List.of("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_HEADERS",
            "DATELINE_TRACES_SHARE");

    private static final Duration LOOK = Duration.ofSeconds(1);

    @Spec
    private CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR", defaultValue = "dateline-data", description = "folder that everything is kept in")
    private Path data;

    @Option(names = "--kafka-port", paramLabel = "PORT", defaultValue = "9092", description = "broker; 0 takes any")
    private int kafka;

    @Option(names = "--ingest-port", paramLabel = "PORT", defaultValue = "8401", description = "push API")
    private int ingest;

    @Option(names = "--read-port", paramLabel = "PORT", defaultValue = "8402", description = "read API")
    private int read;

    @Option(names = "--enrich-port", paramLabel = "PORT", defaultValue = "8403", description = "enrich's metrics")
    private int enrich;

    @Option(names = "--dashboard-port", paramLabel = "PORT", defaultValue = "8400", description = "dashboard")
    private int dashboard;

    @Option(names = "--postgres-port", paramLabel = "PORT", defaultValue = "5433", description = "PostgreSQL")
    private int postgres;

    @Option(names = "--section-model", paramLabel = "FILE", showDefaultValue = Visibility.NEVER, description = "a section model that dateline train wrote; default: the one that comes with the program")
    private Optional<Path> sectionModel = Optional.empty();

    @Option(names = "--edition", paramLabel = "COUNTRY", defaultValue = "publisher", description = "the country that is home, so that news from elsewhere is World: publisher, none, or a code such as GB")
    private String edition;

    @Override
    public Integer call() {
        Ports ports = ports();
        LogFile.in(data.resolve("logs"));
        return StopSignal.heededBy(signal -> run(ports, signal), 0);
    }

    private int run(Ports ports, StopSignal signal) {
        try (Progress progress = new Progress();
                LocalPipeline pipeline = signal.shielded(() -> start(ports, progress, signal))) {
            progress.clear();
            announce(pipeline);
            tellHealth(pipeline);
            return 0;
        } catch (InterruptedException e) {
            // Ctrl-C is how people end it; by now everything is closed.
            Console.note("stopped; data is kept in " + data.toAbsolutePath().normalize());
            return 0;
        }
    }

    /** How feeds are polled is set as in production, by variables. */
    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        SPANS.forEach(name -> Optional.ofNullable(System.getenv(name)).ifPresent(value -> settings.put(name, value)));
        settings.put("DATELINE_ENRICH_EDITION_COUNTRY", edition);
        sectionModel.ifPresent(file -> settings.put("DATELINE_ENRICH_SECTION_MODEL", file.toString()));
        System.getenv().forEach((name, value) -> {
            if (name.startsWith("DATELINE_INGEST_FEED_")) {
                settings.put(name, value);
            }
        });
        return settings;
    }

    private Ports ports() {
        List.of(kafka, ingest, read, enrich, dashboard, postgres).forEach(port -> {
            if (port < 0 || port > 65_535) {
                throw new ParameterException(spec.commandLine(),
                        port + " is no port; ports are 1 to 65535, or 0 for any");
            }
        });
        return new Ports(kafka, ingest, read, enrich, dashboard, postgres);
    }

    private LocalPipeline start(Ports ports, Progress progress, StopSignal signal) {
        try {
            return LocalPipeline.start(data, ports, settings(), step -> {
                signal.check();
                progress.step(step);
            });
        } catch (CannotStart e) {
            throw new Failure(e.getMessage(), e);
        }
    }

    private void announce(LocalPipeline pipeline) {
        Console.line(
                "@|bold,green Dateline is up.|@ Ctrl-C stops it; data is kept in " + data.toAbsolutePath().normalize());
        Console.raw("  push API    " + url(pipeline.ingest()) + "/v1/articles");
        Console.raw("  read API    " + url(pipeline.sink()) + "/v1/articles");
        Console.raw("  dashboard   " + url(pipeline.dashboard()) + "/");
        Console.raw("  Kafka       " + pipeline.bootstrapServers());
        Console.raw("  PostgreSQL  " + pipeline.databaseUrl() + " (user postgres)");
        Console.raw("  metrics     " + url(pipeline.enrich()) + "/metrics, and /metrics of each of the above");
    }

    /** Until it is interrupted: a line where a service is no longer well, and where it is again. The log has more. */
    private static void tellHealth(LocalPipeline pipeline) throws InterruptedException {
        Map<Service, Health> told = new HashMap<>();
        while (true) {
            for (Service service : pipeline.services()) {
                Health health = service.health();
                Health before = told.put(service, health);
                if (!health.getClass().equals((before == null ? Health.UP : before).getClass())) {
                    Console.note(
                            Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + service.name() + switch (health) {
                                case Health.Up() -> " is up again";
                                case Health.Waiting(String what) -> " waits for " + what;
                                case Health.Failed(String why) -> " has failed, start anew: " + why;
                            });
                }
            }
            Thread.sleep(LOOK);
        }
    }

    private static String url(Service service) {
        return "http://127.0.0.1:" + service.port();
    }
}
