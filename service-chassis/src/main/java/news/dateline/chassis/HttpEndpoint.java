package news.dateline.chassis;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one HTTP server of a service: health, metrics, and the service's own routes.
 *
 * <p>{@code /health/live} fails only when a restart would help; {@code /health/ready} when the service can't do its work
 * now. Every error is a problem detail of RFC 9457.
 */
public final class HttpEndpoint implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpEndpoint.class);
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String WRITTEN = "problem";
    private static final Problem INTERNAL = Problem.of(500, "internal", "Internal error", "The service's log says why");

    private final Javalin server;

    private HttpEndpoint(Javalin server) {
        this.server = server;
    }

    /** Starts the server of a service that has no routes of its own. */
    public static HttpEndpoint start(String host, int port, Metrics metrics, Supplier<Health> health) {
        return start(host, port, metrics, health, routes -> {
        });
    }

    /**
     * Starts the server.
     *
     * @param host address to bind
     * @param port 0 takes any that is free
     * @throws IllegalStateException when the port is taken or can't be bound, naming it
     */
    public static HttpEndpoint start(String host, int port, Metrics metrics, Supplier<Health> health,
            Consumer<RoutesConfig> routes) {
        metrics.readyWhen(() -> health.get() instanceof Health.Up);
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.startupWatcherEnabled = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.concurrency.useVirtualThreads = true;
            config.http.compressionStrategy = CompressionStrategy.NONE;
            config.jetty.host = host;
            config.jetty.port = port;
            config.jetty.modifyServer(jetty -> jetty.setStopTimeout(2_000));
            config.requestLogger.http(new RequestTimes(metrics.registry()));
            config.routes.get("/health/live", context -> answer(context, health.get(), false));
            config.routes.get("/health/ready", context -> answer(context, health.get(), true));
            config.routes.get("/metrics",
                    context -> context.contentType("text/plain; version=0.0.4; charset=utf-8")
                            .result(metrics.scrape()));
            config.routes.exception(Problem.Refusal.class, (refusal, context) -> write(context, refusal.problem()));
            config.routes.exception(HttpResponseException.class, (e, context) -> write(context,
                    Problem.of(e.getStatus(), "http", "The request can't be answered",
                            String.valueOf(e.getMessage()))));
            config.routes.exception(Exception.class, (e, context) -> {
                LOG.atError().addKeyValue("path", context.path()).setCause(e).log("request failed");
                write(context, INTERNAL);
            });
            // What is no Exception, such as a stack that overflows, reaches no handler above; Javalin has logged it.
            config.routes.error(500, context -> {
                if (context.attribute(WRITTEN) == null) {
                    write(context, INTERNAL);
                }
            });
            routes.accept(config.routes);
        });
        try {
            server.start();
        } catch (JavalinBindException e) {
            throw new IllegalStateException(whyNotBound(host, port, e), e);
        }
        return new HttpEndpoint(server);
    }

    /** The port that it listens on. */
    public int port() {
        return server.port();
    }

    /** Answers with a problem. */
    public static void write(Context context, Problem problem) {
        context.attribute(WRITTEN, problem);
        context.status(problem.status()).contentType(Problem.MEDIA_TYPE).result(problem.json());
    }

    private static void answer(Context context, Health health, boolean ready) {
        record Answer(int code, String status, String detail) {}
        Answer answer = switch (health) {
            case Health.Up() -> new Answer(200, "up", "");
            case Health.Waiting(String what) -> new Answer(ready ? 503 : 200, "waiting", what);
            case Health.Failed(String why) -> new Answer(503, "failed", why);
        };
        context.status(answer.code()).contentType("application/json").result(MAPPER.createObjectNode()
                .put("status", answer.status()).put("detail", answer.detail()).toString());
    }

    private static String whyNotBound(String host, int port, Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String why = String.valueOf(root.getMessage());
        return why.contains("in use")
                ? "port " + port + " on " + host + " is taken"
                : "port " + port + " on " + host + " can't be bound: " + why;
    }

    @Override
    public void close() {
        server.stop();
    }
}
