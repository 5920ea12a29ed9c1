package news.dateline.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import news.dateline.chassis.Health;
import news.dateline.chassis.Service;
import news.dateline.enrich.EnrichService;
import news.dateline.ingest.IngestService;
import news.dateline.local.EmbeddedDatabase;
import news.dateline.sink.SinkService;

/** Ingest, enrich and sink, with a database, on a broker that was measured before: the same one for every rate. */
final class ServicesOnBroker implements AutoCloseable {
    private final Deque<Service> services = new ArrayDeque<>();
    private final EmbeddedDatabase database;

    ServicesOnBroker(String bootstrap, Path folder) {
        database = EmbeddedDatabase.start(folder.resolve("postgres"), 0, folder.resolve("postgres.log"));
        String kafka = "DATELINE_KAFKA_BOOTSTRAP_SERVERS";
        services.push(SinkService.start(Map.of(kafka, bootstrap, "DATELINE_SINK_PORT", "0",
                "DATELINE_SINK_DATABASE_URL", database.url(), "DATELINE_SINK_DATABASE_USER", database.user())));
        services.push(EnrichService.start(Map.of(kafka, bootstrap, "DATELINE_ENRICH_PORT", "0",
                "DATELINE_ENRICH_STATE_DIR", folder.resolve("enrich").toString())));
        services.push(IngestService.start(Map.of(kafka, bootstrap, "DATELINE_INGEST_PORT", "0")));
        for (Service service : List.copyOf(services)) {
            Waiting.until(service.name() + " to be ready", Duration.ofMillis(20), () -> isUp(service));
        }
    }

    private static boolean isUp(Service service) {
        return switch (service.health()) {
            case Health.Up() -> true;
            case Health.Waiting waiting -> false;
            case Health.Failed(String why) -> throw new BenchmarkFailed(service.name() + " failed: " + why);
        };
    }

    int ingestPort() {
        return services.getFirst().port();
    }

    String databaseUrl() {
        return database.url();
    }

    @Override
    public void close() {
        services.forEach(Service::close);
        database.close();
    }
}
