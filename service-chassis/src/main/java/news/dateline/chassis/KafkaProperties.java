package news.dateline.chassis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Properties of Kafka clients from environment variables: each {@code DATELINE_KAFKA_…} is one, {@code DATELINE_KAFKA_SASL_MECHANISM}
 * is {@code sasl.mechanism}.
 */
public final class KafkaProperties {
    private static final String PREFIX = "DATELINE_KAFKA_";
    private static final String BROKERS = "bootstrap.servers";
    private static final Pattern BROKER = Pattern.compile("\\S+:\\d{1,5}");
    private static final Pattern UNRESOLVED = Pattern.compile("\\$\\{\\w+:[^}]*}");

    private KafkaProperties() {
    }

    /** The address of the cluster, and everything else that was passed through. */
    public static Map<String, String> of(Map<String, String> variables) {
        Map<String, String> properties = new TreeMap<>(Map.of(BROKERS, "localhost:9092"));
        variables.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                properties.put(name.substring(PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '.'), value);
            }
        });
        return properties;
    }

    /** What no waiting for Kafka would mend, one line for each problem, without the values, which may be secret. */
    static List<String> problems(Map<String, String> properties) {
        List<String> problems = new ArrayList<>();
        String brokers = properties.get(BROKERS);
        if (!Stream.of(brokers.split(",", -1)).map(String::strip).allMatch(BROKER.asMatchPredicate())) {
            problems.add(
                    PREFIX + "BOOTSTRAP_SERVERS='" + brokers + "' must be HOST:PORT, or several with commas between");
        }
        // Secrets, certificates and the rest are read when a client is made. Whether the brokers' names have addresses is another
        // matter, and may change: this client has an address that always is one, and never connects to it.
        Map<String, Object> trial = new HashMap<>(properties);
        trial.put(BROKERS, "127.0.0.1:1");
        trial.put(ConsumerConfig.GROUP_ID_CONFIG, "trial");
        try (Consumer<byte[], byte[]> made = new KafkaConsumer<>(trial, new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            made.metrics();
            new AdminClientConfig(trial).originals().forEach((name, value) -> {
                if (UNRESOLVED.matcher(String.valueOf(value)).find()) {
                    problems.add(PREFIX + "…: " + name + " names a secret that its file does not have");
                }
            });
        } catch (KafkaException e) {
            problems.add(PREFIX + "…: " + KafkaFailure.inWords(e));
        }
        return problems;
    }
}
