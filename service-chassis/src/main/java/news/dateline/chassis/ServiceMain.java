package news.dateline.chassis;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Runs one service as a process: settings from the environment, SIGTERM stops it cleanly.
 *
 * <p>A service that has failed is kept for a minute and then ends the process, so that whatever watches over it starts it anew: soon
 * enough for what a restart mends, and seldom enough for what it doesn't.
 */
public final class ServiceMain {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceMain.class);
    private static final int STOPPED = 0;
    private static final int FAILED = 1;
    private static final int BAD_SETTINGS = 2;

    private final Duration failedMost;
    private final Duration between;
    private final CountDownLatch stopping = new CountDownLatch(1);

    /**
     * A process that has yet to be run.
     *
     * @param failedMost how long a failed service is kept
     * @param between    how long it rests between two looks at the service's health
     */
    ServiceMain(Duration failedMost, Duration between) {
        this.failedMost = failedMost;
        this.between = between;
    }

    /**
     * Starts the service and returns after SIGTERM. Invalid settings end the process with exit status 2; that it can't start, or has
     * failed, with 1.
     */
    public static void run(Function<Map<String, String>, Service> starter) throws InterruptedException {
        // Lucene and the PostgreSQL driver log through java.util.logging.
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        int status = new ServiceMain(Duration.ofMinutes(1), Duration.ofSeconds(1)).run(starter, System.getenv());
        if (status != STOPPED) {
            System.exit(status);
        }
    }

    /** Runs the service until it is stopped or has failed; returns the exit status. */
    int run(Function<Map<String, String>, Service> starter, Map<String, String> variables)
            throws InterruptedException {
        Service service;
        try {
            service = starter.apply(variables);
        } catch (InvalidSettings e) {
            e.getMessage().lines().forEach(problem -> LOG.atError().addKeyValue("problem", problem).log("bad setting"));
            return BAD_SETTINGS;
        } catch (IllegalStateException e) {
            LOG.atError().addKeyValue("why", e.getMessage()).log("can't start");
            return FAILED;
        } catch (RuntimeException | Error e) {
            LOG.atError().setCause(e).log("can't start");
            return FAILED;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stopping.countDown();
            service.close();
            LOG.atInfo().addKeyValue("service", service.name()).log("stopped");
        }, "shutdown"));
        LOG.atInfo().addKeyValue("service", service.name()).addKeyValue("port", service.port()).log("started");
        return watch(new HealthLog(service, InstantSource.system()));
    }

    private int watch(HealthLog log) throws InterruptedException {
        // Asked before each look: while it stops, a service is neither up nor failed.
        while (!stopping.await(between.toMillis(), TimeUnit.MILLISECONDS)) {
            if (log.look() instanceof Health.Failed && log.lasting().compareTo(failedMost) >= 0) {
                return FAILED;
            }
        }
        return STOPPED;
    }
}
