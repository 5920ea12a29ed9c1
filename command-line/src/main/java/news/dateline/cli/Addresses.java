package news.dateline.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import news.dateline.chassis.KafkaFailure;
import news.dateline.chassis.KafkaProperties;
import news.dateline.contract.Topic;
import news.dateline.contract.registry.RegistryWriter;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where a running pipeline is; the defaults are those of {@code dateline up}. */
final class Addresses {
    private static final int CONNECT_MILLIS = 3_000;

    private Addresses() {
    }

    /** The push API. */
    static final class Ingest {
        @Option(names = "--ingest", paramLabel = "URL", converter = HttpAddress.class, defaultValue = "${env:DATELINE_INGEST:-http://127.0.0.1:8401}", description = "push API, or set DATELINE_INGEST (default: ${DEFAULT-VALUE})")
        private URI url;

        URI url() {
            return url;
        }
    }

    /** The read API. */
    static final class Read {
        @Option(names = "--read", paramLabel = "URL", converter = HttpAddress.class, defaultValue = "${env:DATELINE_READ:-http://127.0.0.1:8402}", description = "read API, or set DATELINE_READ (default: ${DEFAULT-VALUE})")
        private URI url;

        URI url() {
            return url;
        }
    }

    /** The dashboard. */
    static final class Dashboard {
        @Option(names = "--dashboard", paramLabel = "URL", converter = HttpAddress.class, defaultValue = "${env:DATELINE_DASHBOARD:-http://127.0.0.1:8400}", description = "dashboard, or set DATELINE_DASHBOARD (default: ${DEFAULT-VALUE})")
        private URI url;

        @Option(names = "--dashboard-token", paramLabel = "TOKEN", description = "token that it wants, or set DATELINE_DASHBOARD_TOKEN")
        private Optional<String> token = Optional.empty();

        /** What it answers. */
        JsonNode get(String path) {
            return Http.json(Http.get(url.resolve(path), token()));
        }

        /** Has it do something, and returns what it says of that. */
        JsonNode act(String path, Map<String, Object> body) {
            return Http.json(Http.act(url.resolve(path), token(), JsonMapper.shared().writeValueAsBytes(body)));
        }

        private Optional<String> token() {
            return token.or(() -> Optional.ofNullable(System.getenv("DATELINE_DASHBOARD_TOKEN")))
                    .flatMap(tokens -> tokens.lines().map(String::strip).findFirst());
        }
    }

    /** Health and metrics of enrich. */
    static final class Enrich {
        @Option(names = "--enrich", paramLabel = "URL", converter = HttpAddress.class, defaultValue = "${env:DATELINE_ENRICH:-http://127.0.0.1:8403}", description = "enrich, or set DATELINE_ENRICH (default: ${DEFAULT-VALUE})")
        private URI url;

        URI url() {
            return url;
        }
    }

    /** The brokers. */
    static final class Kafka {
        @Option(names = "--kafka", paramLabel = "HOST:PORT", defaultValue = "${env:DATELINE_KAFKA_BOOTSTRAP_SERVERS:-127.0.0.1:9092}", description = "Kafka, or set DATELINE_KAFKA_BOOTSTRAP_SERVERS; any other DATELINE_KAFKA_… is a property of its client (default: ${DEFAULT-VALUE})")
        private String brokers;

        /**
         * Properties for a Kafka client: what {@code DATELINE_KAFKA_…} passes through, as for the services.
         *
         * @throws Failure at once when no broker listens; a Kafka client itself would try for long
         */
        Map<String, Object> client() {
            if (List.of(brokers.split(",")).stream().noneMatch(Kafka::listens)) {
                throw new Failure("no Kafka answers at " + brokers
                        + "; is the pipeline up? Start it with: dateline up, or name another with --kafka HOST:PORT");
            }
            Map<String, Object> properties = new HashMap<>(KafkaProperties.of(System.getenv()));
            properties.put("bootstrap.servers", brokers);
            properties.put("request.timeout.ms", 5_000);
            return properties;
        }

        /** What the cluster tells to a client with these properties. */
        <T> T ask(Function<Map<String, Object>, T> question) {
            Map<String, Object> client = client();
            try {
                return question.apply(client);
            } catch (KafkaException e) {
                throw away(e);
            }
        }

        /** Writes changes to a registry. */
        <V> void write(Topic<String, V> registry, Stream<ProducerRecord<String, V>> changes) {
            Map<String, Object> client = client();
            try {
                RegistryWriter.write(client, registry, changes);
            } catch (KafkaException e) {
                throw away(e);
            }
        }

        Failure away(Throwable cause) {
            return new Failure("Kafka at " + brokers + ": " + KafkaFailure.inWords(cause), cause);
        }

        private static boolean listens(String broker) {
            int colon = broker.lastIndexOf(':');
            try (Socket socket = new Socket()) {
                int port = Integer.parseInt(broker.substring(colon + 1).strip());
                socket.connect(new InetSocketAddress(broker.substring(0, Math.max(0, colon)).strip(), port),
                        CONNECT_MILLIS);
                return true;
            } catch (IOException e) {
                return false;
            } catch (IllegalArgumentException e) {
                throw new Failure("'" + broker + "' is no Kafka address; write HOST:PORT", e);
            }
        }
    }

    /** Refuses what no HTTP request could go to. */
    static final class HttpAddress implements ITypeConverter<URI> {
        @Override
        public URI convert(String text) {
            try {
                URI address = new URI(text);
                if (address.getHost() != null && List.of("http", "https").contains(address.getScheme())) {
                    return address;
                }
                throw new TypeConversionException("'" + text + "' is no address; write http://HOST:PORT");
            } catch (URISyntaxException e) {
                throw new TypeConversionException("'" + text + "' is no address; write http://HOST:PORT");
            }
        }
    }
}
