package news.dateline.chassis;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Kafka again and again whether all is there that a service needs, and says what is not. A client that polls or waits to be
 * given something can't tell silence from absence.
 */
public final class KafkaWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaWatch.class);
    private static final Duration CLOSE_MOST = Duration.ofSeconds(10);

    private final Map<String, String> kafka;
    private final Duration between;
    private final Question question;
    private final Thread thread = Thread.ofPlatform().name("kafka-watch").daemon().unstarted(this::run);
    private volatile boolean stopping;
    private volatile boolean hasBeenUp;
    private volatile Health health;

    /** What Kafka is asked. */
    public interface Question {
        /**
         * What is lacking, in one line; empty when nothing is.
         *
         * @param hasBeenUp whether nothing was lacking at least once
         * @throws KafkaException when there is no answer
         */
        Optional<String> lacking(Admin admin, boolean hasBeenUp) throws InterruptedException;
    }

    /**
     * A watch that has yet to be started.
     *
     * @param kafka   properties of the service's Kafka clients
     * @param between how long it rests between two questions
     */
    public KafkaWatch(Map<String, String> kafka, Duration between, Question question) {
        this.kafka = Map.copyOf(kafka);
        this.between = between;
        this.question = question;
        health = waiting(KafkaFailure.NO_ANSWER);
    }

    /** Begins to ask, in the background. */
    public void start() {
        thread.start();
    }

    /** Whether nothing has been lacking at least once. */
    public boolean hasBeenUp() {
        return hasBeenUp;
    }

    /** How Kafka is for this service. */
    public Health health() {
        return health;
    }

    private void run() {
        try {
            while (!stopping) {
                askUntilNoAnswer();
                Thread.sleep(between);
            }
        } catch (InterruptedException e) {
            LOG.atDebug().log("Kafka watch stops");
        } catch (RuntimeException | Error e) {
            LOG.atError().setCause(e).log("Kafka watch ended");
            health = new Health.Failed("Kafka is no longer watched: " + e);
        }
    }

    /** A new client then forgets what the old one held on to. */
    private void askUntilNoAnswer() throws InterruptedException {
        // Made anew as well where that fails: no client can be made while the broker's host has no address.
        try (Answering admin = new Answering(Admin.create(properties()))) {
            while (!stopping) {
                Optional<String> lacking = question.lacking(admin.admin(), hasBeenUp);
                hasBeenUp |= lacking.isEmpty();
                health = lacking.map(this::waiting).orElse(Health.UP);
                Thread.sleep(between);
            }
        } catch (KafkaException e) {
            if (!stopping) {
                health = waiting(KafkaFailure.inWords(e));
            }
        }
    }

    /** Closes at once: what is still asked has no one to wait for the answer. */
    private record Answering(Admin admin) implements AutoCloseable {
        @Override
        public void close() {
            admin.close(Duration.ZERO);
        }
    }

    private Health waiting(String what) {
        return new Health.Waiting(KafkaFailure.cluster(kafka) + ": " + what);
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.putIfAbsent(AdminClientConfig.CLIENT_ID_CONFIG, "dateline-watch");
        properties.putIfAbsent(AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, 250L);
        properties.putIfAbsent(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2_000L);
        // The time in which an answer is one; longer times that were meant for other clients would only hide its absence.
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        return properties;
    }

    @Override
    public void close() {
        stopping = true;
        thread.interrupt();
        try {
            if (!thread.join(CLOSE_MOST)) {
                LOG.atWarn().log("Kafka watch did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
