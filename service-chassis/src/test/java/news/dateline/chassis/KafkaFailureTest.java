package news.dateline.chassis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

class KafkaFailureTest {
    @Test
    void tellsTheSameEachTimeNobodyAnswers() {
        assertThat(KafkaFailure.inWords(new TimeoutException("Call(deadlineMs=1793, tries=1)")))
                .isEqualTo("no answer");
    }

    @Test
    void tellsWhyNobodyIsLetIn() {
        assertThat(KafkaFailure.inWords(new KafkaException("Unexpected",
                new SaslAuthenticationException("Authentication failed: Invalid username or password"))))
                .isEqualTo("not let in: Authentication failed: Invalid username or password");
        assertThat(KafkaFailure.inWords(
                new SslAuthenticationException("SSL handshake failed", new SSLHandshakeException("no\n path found"))))
                .isEqualTo("not let in: SSL handshake failed: no path found");
    }

    @Test
    void tellsWhatABrokerRefuses() {
        assertThat(KafkaFailure.inWords(new ExecutionException(new NotEnoughReplicasException("fewer than required"))))
                .isEqualTo("NotEnoughReplicasException: fewer than required");
    }

    @Test
    void tellsAPropertyByItsOwnWords() {
        assertThat(KafkaFailure.inWords(new KafkaException("Failed to construct", new ConfigException("no such file"))))
                .isEqualTo("no such file");
    }

    @Test
    void keepsToOneLineOfBearableLength() {
        assertThat(KafkaFailure.inWords(new KafkaException("x\n".repeat(1_000)))).hasSize(301).doesNotContain("\n");
    }

    @Test
    void waitingMendsWhatIsAwayOrLetsNobodyInAndNothingElse() {
        assertThat(KafkaFailure.isTransient(new KafkaException(new TimeoutException()))).isTrue();
        assertThat(KafkaFailure.isTransient(new SaslAuthenticationException(""))).isTrue();
        assertThat(KafkaFailure.isTransient(new TopicAuthorizationException("news.inbox"))).isTrue();
        assertThat(KafkaFailure.isTransient(new RecordTooLargeException())).isFalse();
    }
}
