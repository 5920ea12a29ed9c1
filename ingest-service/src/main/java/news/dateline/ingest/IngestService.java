package news.dateline.ingest;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.dateline.chassis.Health;
import news.dateline.chassis.HttpEndpoint;
import news.dateline.chassis.Metrics;
import news.dateline.chassis.Service;
import news.dateline.chassis.ServiceMain;
import news.dateline.chassis.Setting;
import news.dateline.ingest.http.PushLimits;
import news.dateline.ingest.http.PushRoute;
import news.dateline.ingest.inbox.InboxLoop;
import news.dateline.ingest.publish.ArticleIntake;
import news.dateline.ingest.publish.OutcomeCount;
import news.dateline.ingest.publish.RawPublisher;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** News in: HTTP push and the inbox topic, to {@code news.articles.raw}. */
public final class IngestService implements Service {
    private static final String NAME = "ingest";
    private static final Duration BACK_OFF = Duration.ofSeconds(2);

    private final Metrics metrics = new Metrics(NAME);
    private final BrokerWatch watch;
    private final RawPublisher publisher;
    private final InboxLoop inbox;
    private final HttpEndpoint endpoint;

    private IngestService(IngestSettings settings) {
        OutcomeCount count = new OutcomeCount(metrics);
        watch = new BrokerWatch(() -> admin(settings.kafka()), BACK_OFF);
        publisher = new RawPublisher(() -> RawPublisher.producer(settings.kafka()), watch::topicsExist);
        ArticleIntake intake = new ArticleIntake(publisher, settings.maxArticleBytes(), InstantSource.system());
        inbox = new InboxLoop(() -> InboxLoop.consumer(settings.kafka()), intake, count, watch::topicsExist,
                BACK_OFF);
        PushRoute pushes = new PushRoute(intake, count, PushLimits.standard(settings.maxPushes()));
        watch.start();
        inbox.start();
        try {
            endpoint = HttpEndpoint.start(settings.host(), settings.port(), metrics, this::health, pushes::addTo);
        } catch (RuntimeException e) {
            closeAllButEndpoint();
            throw e;
        }
    }

    /**
     * Starts ingest; the broker may come later, and until then pushes are told to come again.
     *
     * @param variables environment variables, see {@link #settings()}
     */
    public static IngestService start(Map<String, String> variables) {
        return new IngestService(IngestSettings.read(variables));
    }

    /** Every setting, for the documentation. */
    public static List<Setting<?>> settings() {
        return IngestSettings.table();
    }

    /** Runs ingest as a process, with settings from the environment. */
    public static void main(String[] arguments) throws InterruptedException {
        ServiceMain.run(IngestService::start);
    }

    private static Admin admin(Map<String, String> kafka) {
        Map<String, Object> properties = new HashMap<>(Map.of(AdminClientConfig.CLIENT_ID_CONFIG, "dateline-ingest",
                AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, 250L, AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                2_000L, AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000));
        properties.putAll(kafka);
        return Admin.create(properties);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int port() {
        return endpoint.port();
    }

    @Override
    public Health health() {
        return watch.health() instanceof Health.Up ? inbox.health() : watch.health();
    }

    @Override
    public Metrics metrics() {
        return metrics;
    }

    @Override
    public void close() {
        inbox.stop();
        endpoint.close();
        closeAllButEndpoint();
    }

    private void closeAllButEndpoint() {
        watch.close();
        inbox.close();
        publisher.close();
        metrics.close();
    }
}
