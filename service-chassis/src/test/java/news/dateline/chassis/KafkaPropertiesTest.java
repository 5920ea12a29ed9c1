package news.dateline.chassis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaPropertiesTest {
    @TempDir
    private Path folder;

    private static List<String> problems(Map<String, String> variables) {
        return KafkaProperties.problems(KafkaProperties.of(variables));
    }

    /** As one would let a client in by a password that stands in a file. */
    private static Map<String, String> letIn(String password) {
        return new HashMap<>(Map.of("DATELINE_KAFKA_SECURITY_PROTOCOL", "SASL_PLAINTEXT",
                "DATELINE_KAFKA_SASL_MECHANISM",
                "PLAIN", "DATELINE_KAFKA_CONFIG_PROVIDERS", "file", "DATELINE_KAFKA_CONFIG_PROVIDERS_FILE_CLASS",
                "org.apache.kafka.common.config.provider.FileConfigProvider", "DATELINE_KAFKA_SASL_JAAS_CONFIG",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"news\" password=\""
                        + password
                        + "\";"));
    }

    @ParameterizedTest
    @CsvSource({"DATELINE_KAFKA_BOOTSTRAP_SERVERS, bootstrap.servers", "DATELINE_KAFKA_SASL_MECHANISM, sasl.mechanism",
            "DATELINE_KAFKA_SSL_ENDPOINT_IDENTIFICATION_ALGORITHM, ssl.endpoint.identification.algorithm"})
    void areNamedAfterTheirVariables(String variable, String property) {
        assertThat(KafkaProperties.of(Map.of(variable, "Some_Value"))).containsEntry(property, "Some_Value")
                .containsKey("bootstrap.servers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:9092", "a:9092, b:9092", "SSL://a:9092", "[::1]:9092", "no.such.host.invalid:9092"})
    void takeAddressesWhetherTheyAreThereOrNot(String brokers) {
        assertThat(problems(Map.of("DATELINE_KAFKA_BOOTSTRAP_SERVERS", brokers))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "a:9092,", "a:nine"})
    void refuseWhatIsNoAddress(String brokers) {
        assertThat(problems(Map.of("DATELINE_KAFKA_BOOTSTRAP_SERVERS", brokers))).containsExactly(
                "DATELINE_KAFKA_BOOTSTRAP_SERVERS='" + brokers + "' must be HOST:PORT, or several with commas between");
    }

    @Test
    void takeASecretFromAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("kafka.properties"), "password=hunter2\n");

        assertThat(problems(letIn("${file:" + file + ":password}"))).isEmpty();
    }

    @Test
    void nameAFileOfSecretsThatIsMissing() {
        Path file = folder.resolve("missing");

        assertThat(problems(letIn("${file:" + file + ":password}"))).singleElement().asString()
                .startsWith("DATELINE_KAFKA_…: ").contains(file.toString());
    }

    @Test
    void namePropertiesWhoseSecretIsNotInItsFile() throws IOException {
        Path file = Files.writeString(folder.resolve("kafka.properties"), "pass=hunter2\n");

        assertThat(problems(letIn("${file:" + file + ":password}"))).containsExactly(
                "DATELINE_KAFKA_…: sasl.jaas.config names a secret that its file does not have");
    }

    @Test
    void nameATruststoreThatIsMissing() {
        assertThat(problems(Map.of("DATELINE_KAFKA_SECURITY_PROTOCOL", "SSL", "DATELINE_KAFKA_SSL_TRUSTSTORE_LOCATION",
                "/no/such/trust.p12"))).singleElement().asString().contains("/no/such/trust.p12");
    }

    @Test
    void nameWhatLetsNobodyIn() {
        Map<String, String> variables = letIn("hunter2");
        variables.remove("DATELINE_KAFKA_SASL_JAAS_CONFIG");

        assertThat(problems(variables)).singleElement().asString().contains("JAAS configuration");
    }
}
