package news.dateline.ingest;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import news.dateline.chassis.Health;
import news.dateline.contract.TopicCreation;
import news.dateline.contract.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the topics as soon as there is a broker, and says ever after whether it answers. */
final class BrokerWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerWatch.class);
    private static final Duration ANSWER_MOST = Duration.ofSeconds(4);

    private final Supplier<Admin> connect;
    private final Duration between;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = Thread.ofVirtual().name("broker-watch").unstarted(this::run);
    private volatile boolean topicsExist;
    private volatile Health health = new Health.Waiting("the broker has not answered yet");

    /**
     * A watch that looks again and again.
     *
     * @param connect called until it succeeds: a client can't even be made while its broker's host has no address
     */
    BrokerWatch(Supplier<Admin> connect, Duration between) {
        this.connect = connect;
        this.between = between;
    }

    void start() {
        thread.start();
    }

    boolean topicsExist() {
        return topicsExist;
    }

    Health health() {
        return health;
    }

    private void run() {
        try {
            while (stopping.getCount() > 0) {
                connectAndLook();
                pause();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void connectAndLook() throws InterruptedException {
        try (Admin admin = connect.get()) {
            while (stopping.getCount() > 0) {
                look(admin);
                pause();
            }
        } catch (KafkaException e) {
            turnTo(waiting(e));
        }
    }

    private void pause() throws InterruptedException {
        if (stopping.await(between.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.atDebug().log("broker watch stops");
        }
    }

    private void look(Admin admin) throws InterruptedException {
        try {
            if (topicsExist) {
                admin.describeCluster().clusterId().get(ANSWER_MOST.toMillis(), TimeUnit.MILLISECONDS);
            } else {
                TopicCreation.createMissing(admin, Topics.all());
                topicsExist = true;
            }
            turnTo(Health.UP);
        } catch (KafkaException | TimeoutException e) {
            turnTo(waiting(e));
        } catch (ExecutionException e) {
            turnTo(waiting(e.getCause()));
        }
    }

    private static Health waiting(Throwable cause) {
        String why = cause.getCause() instanceof ConfigException config
                ? config.getMessage()
                : cause.getClass().getSimpleName();
        return new Health.Waiting("the broker does not answer: " + why);
    }

    private void turnTo(Health now) {
        if (!now.equals(health)) {
            LOG.atInfo().addKeyValue("health", now).log("broker watched");
            health = now;
        }
    }

    @Override
    public void close() {
        stopping.countDown();
        thread.interrupt();
    }
}
