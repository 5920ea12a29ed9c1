package news.dateline.cli;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import news.dateline.chassis.Service;
import news.dateline.local.CannotStart;
import news.dateline.local.LocalPipeline;
import news.dateline.local.Ports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The whole pipeline, embedded, until Ctrl-C. */
@Command(name = "up", mixinStandardHelpOptions = true, showDefaultValues = true, description = "Runs the whole pipeline, embedded, until Ctrl-C; data is kept.", footer = {
        "", "Example:", "  dateline up --data ~/news --kafka-port 9192"})
final class UpCommand implements Runnable {
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

    @Override
    public void run() {
        LogFile.in(data.resolve("logs"));
        CountDownLatch stopping = new CountDownLatch(1);
        try (Progress progress = new Progress()) {
            LocalPipeline pipeline = start(progress);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                Console.note("stopping …");
                pipeline.close();
                stopping.countDown();
            }, "shutdown"));
            progress.clear();
            announce(pipeline);
            stopping.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private LocalPipeline start(Progress progress) {
        try {
            return LocalPipeline.start(data, new Ports(kafka, ingest, read, enrich, dashboard, postgres),
                    progress::step);
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

    private static String url(Service service) {
        return "http://127.0.0.1:" + service.port();
    }
}
