package news.dateline.chassis;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Runs one service as a process: settings from the environment, SIGTERM stops it cleanly. */
public final class ServiceMain {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceMain.class);

    private ServiceMain() {
    }

    /** Starts the service and returns after SIGTERM; invalid settings end the process with exit status 2. */
    public static void run(Function<Map<String, String>, Service> starter) throws InterruptedException {
        // Lucene and the PostgreSQL driver log through java.util.logging.
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        Service service;
        try {
            service = starter.apply(System.getenv());
        } catch (InvalidSettings e) {
            e.getMessage().lines().forEach(problem -> LOG.atError().addKeyValue("problem", problem).log("bad setting"));
            System.exit(2);
            return;
        }
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            service.close();
            LOG.atInfo().addKeyValue("service", service.name()).log("stopped");
            stopped.countDown();
        }, "shutdown"));
        LOG.atInfo().addKeyValue("service", service.name()).addKeyValue("port", service.port()).log("started");
        stopped.await();
    }
}
