package news.dateline.cli;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Where a running pipeline is; the defaults are those of {@code dateline up}. */
final class Addresses {
    @Option(names = "--ingest", paramLabel = "URL", defaultValue = "${env:DATELINE_INGEST:-http://127.0.0.1:8401}", description = "push API (default: ${DEFAULT-VALUE})")
    private URI ingest;

    @Option(names = "--read", paramLabel = "URL", defaultValue = "${env:DATELINE_READ:-http://127.0.0.1:8402}", description = "read API (default: ${DEFAULT-VALUE})")
    private URI read;

    @Option(names = "--dashboard", paramLabel = "URL", defaultValue = "${env:DATELINE_DASHBOARD:-http://127.0.0.1:8400}", description = "dashboard (default: ${DEFAULT-VALUE})")
    private URI dashboard;

    @Option(names = "--kafka", paramLabel = "HOST:PORT", defaultValue = "${env:DATELINE_KAFKA_BOOTSTRAP_SERVERS:-127.0.0.1:9092}", description = "Kafka (default: ${DEFAULT-VALUE})")
    private String kafka;

    URI ingest() {
        return ingest;
    }

    URI read() {
        return read;
    }

    URI dashboard() {
        return dashboard;
    }

    /** Properties for a Kafka client; each fails within seconds when nobody is there. */
    Map<String, Object> kafka() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("bootstrap.servers", kafka);
        properties.put("default.api.timeout.ms", 8_000);
        properties.put("request.timeout.ms", 5_000);
        return properties;
    }

    String kafkaAddress() {
        return kafka;
    }
}
