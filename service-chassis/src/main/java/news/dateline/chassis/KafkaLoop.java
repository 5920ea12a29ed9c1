package news.dateline.chassis;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that reads Kafka as long as a service lives: waits for topics, begins again after a failure, ends when told to. */
public final class KafkaLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaLoop.class);
    private static final long LOOK_MILLIS = 100;
    private static final long END_MOST_SECONDS = 5;

    private final String name;
    private final String waiting;
    private final BooleanSupplier topicsExist;
    private final Duration backOff;
    private final Reading reading;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final List<Consumer<?, ?>> opened = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile Health health;

    /** Reads with consumers of its own for as long as the loop goes on; begun again after a failure of Kafka's. */
    public interface Reading {
        void read() throws InterruptedException;
    }

    /**
     * A loop that has yet to be started.
     *
     * @param name        of its thread
     * @param waiting     what it waits for while Kafka fails, as it reads after "waits for"
     * @param topicsExist until then nothing is read: a subscription to a missing topic would find it minutes late
     * @param backOff     how long it waits before it tries Kafka again
     */
    public KafkaLoop(String name, String waiting, BooleanSupplier topicsExist, Duration backOff, Reading reading) {
        this.name = name;
        this.waiting = waiting;
        this.topicsExist = topicsExist;
        this.backOff = backOff;
        this.reading = reading;
        health = new Health.Waiting(waiting);
        thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    /** Starts reading, as soon as there are topics. */
    public void start() {
        thread.start();
    }

    /** How it is. */
    public Health health() {
        return health;
    }

    /** Whether nobody has asked it to stop. */
    public boolean goesOn() {
        return stopping.getCount() > 0;
    }

    /** A consumer that is woken when the loop is to stop. */
    public <C extends Consumer<?, ?>> C opened(C consumer) {
        opened.add(consumer);
        return consumer;
    }

    /** It reads. */
    public void isUp() {
        health = Health.UP;
    }

    /** Waits a while, or until it is to stop. */
    public void pause(String why) throws InterruptedException {
        health = new Health.Waiting(waiting + ": " + why);
        if (stopping.await(backOff.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.atDebug().addKeyValue("loop", name).log("stops while it waits");
        }
    }

    private void run() {
        try {
            boolean stopped = false;
            while (!stopped && !topicsExist.getAsBoolean()) {
                stopped = stopping.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            }
            while (goesOn()) {
                readOnce();
            }
        } catch (InterruptedException | InterruptException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            LOG.atError().addKeyValue("loop", name).setCause(e).log("stopped reading");
            health = new Health.Failed(name + " no longer read: " + e);
        }
    }

    private void readOnce() throws InterruptedException {
        try {
            reading.read();
        } catch (WakeupException e) {
            LOG.atDebug().addKeyValue("loop", name).log("woken to stop");
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            pause(KafkaFailure.inWords(e));
        } finally {
            opened.clear();
        }
    }

    /** Asks it to stop after what it is reading. */
    public void stop() {
        stopping.countDown();
        opened.forEach(Consumer::wakeup);
    }

    /** Stops, and waits a few seconds for what it is reading. */
    @Override
    public void close() {
        stop();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(END_MOST_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }
}
