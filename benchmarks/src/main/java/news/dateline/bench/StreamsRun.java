package news.dateline.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import news.dateline.chassis.Health;
import news.dateline.enrich.EnrichService;

/** A Streams application at work, from the beginning of its topic. */
interface StreamsRun extends AutoCloseable {
    /** How many records it has read. */
    long received();

    @Override
    void close();

    /** Enrich as it is deployed, started as the service that it is. */
    static StreamsRun enrich(String bootstrap, Path stateFolder) {
        return enrich(bootstrap, stateFolder, Map.of());
    }

    /** The same with further settings. */
    static StreamsRun enrich(String bootstrap, Path stateFolder, Map<String, String> further) {
        Map<String, String> variables = new HashMap<>(further);
        variables.putAll(Map.of("DATELINE_KAFKA_BOOTSTRAP_SERVERS", bootstrap, "DATELINE_ENRICH_PORT", "0",
                "DATELINE_ENRICH_STATE_DIR", stateFolder.toString()));
        EnrichService service = EnrichService.start(variables);
        return new StreamsRun() {
            @Override
            public long received() {
                if (service.health() instanceof Health.Failed(String why)) {
                    throw new BenchmarkFailed("enrich failed: " + why);
                }
                return service.metrics().receivedCount();
            }

            @Override
            public void close() {
                service.close();
            }
        };
    }
}
