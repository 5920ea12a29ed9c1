package news.dateline.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A broker that encrypts, and lets in only whom it knows: services reach it by variables alone. */
@ExtendWith(SharedPipeline.Extension.class)
class SecuredKafkaIT {
    private static final String LOGIN = "org.apache.kafka.common.security.plain.PlainLoginModule required ";

    @TempDir
    private static Path folder;

    private static EmbeddedBroker broker;

    @BeforeAll
    static void start() throws Exception {
        Path keys = folder.resolve("keys.p12");
        keytool("-genkeypair", "-alias", "broker", "-keyalg", "EC", "-dname", "CN=broker", "-ext", "SAN=ip:127.0.0.1",
                "-storetype", "PKCS12", "-keystore", keys.toString(), "-storepass", "key-secret");
        keytool("-exportcert", "-rfc", "-alias", "broker", "-keystore", keys.toString(), "-storepass", "key-secret",
                "-file",
                folder.resolve("trusted.pem").toString());
        broker = EmbeddedBroker.start(folder.resolve("kafka"), 0, Map.of("listener.security.protocol.map",
                "CLIENTS:SASL_SSL,CONTROLLER:PLAINTEXT", "sasl.enabled.mechanisms", "PLAIN",
                "sasl.mechanism.inter.broker.protocol", "PLAIN", "listener.name.clients.plain.sasl.jaas.config",
                LOGIN + "username=\"broker\" password=\"broker-secret\" user_broker=\"broker-secret\" "
                        + "user_dateline=\"kafka-secret\";",
                "ssl.keystore.location", keys.toString(), "ssl.keystore.password", "key-secret",
                // It speaks to itself as to any other broker.
                "ssl.truststore.type", "PEM", "ssl.truststore.location", folder.resolve("trusted.pem").toString()));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void articlesFlowWhenTheSecretInItsFileIsRight(SharedPipeline pipeline) throws Exception {
        try (Services services = new Services(kafka("kafka-secret"), Services.database(pipeline, "secured"),
                folder.resolve("enrich-a"))) {
            Services.awaitUp(services.all());

            services.pushUntilStored("Under lock and key");
        }
    }

    @Test
    void everyServiceSaysThatItIsNotLetInWithAWrongSecret(SharedPipeline pipeline) throws Exception {
        try (Services services = new Services(kafka("wrong-secret"), Services.database(pipeline, "wrong_secret"),
                folder.resolve("enrich-b"))) {
            Services.awaitWaiting(services.all(), "Kafka at " + broker.bootstrapServers()
                    + ": not let in: Authentication failed: Invalid username or password");
        }
    }

    @Test
    void everyServiceSaysThatItDoesNotTrustTheBroker(SharedPipeline pipeline) throws Exception {
        Map<String, String> trusting = kafka("kafka-secret");
        trusting.keySet().removeIf(name -> name.startsWith("DATELINE_KAFKA_SSL_"));
        try (Services services = new Services(trusting, Services.database(pipeline, "untrusted"),
                folder.resolve("enrich-c"))) {
            Services.awaitWaiting(services.all(), "Kafka at " + broker.bootstrapServers()
                    + ": not let in: SSL handshake failed: ", "unable to find valid certification path");
        }
    }

    private static Map<String, String> kafka(String password) throws IOException {
        Path secrets = Files.writeString(folder.resolve(password + ".properties"), "password=" + password + "\n");
        return new HashMap<>(Map.of("DATELINE_KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers(),
                "DATELINE_KAFKA_SECURITY_PROTOCOL", "SASL_SSL", "DATELINE_KAFKA_SASL_MECHANISM", "PLAIN",
                "DATELINE_KAFKA_SSL_TRUSTSTORE_TYPE", "PEM", "DATELINE_KAFKA_SSL_TRUSTSTORE_LOCATION",
                folder.resolve("trusted.pem").toString(), "DATELINE_KAFKA_CONFIG_PROVIDERS", "file",
                "DATELINE_KAFKA_CONFIG_PROVIDERS_FILE_CLASS",
                "org.apache.kafka.common.config.provider.FileConfigProvider",
                "DATELINE_KAFKA_SASL_JAAS_CONFIG",
                LOGIN + "username=\"dateline\" password=\"${file:" + secrets + ":password}\";"));
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        line.addAll(List.of(arguments));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
