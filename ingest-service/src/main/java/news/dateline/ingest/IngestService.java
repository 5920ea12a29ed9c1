package news.dateline.ingest;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.dateline.chassis.Health;
import news.dateline.chassis.HttpEndpoint;
import news.dateline.chassis.KafkaWatch;
import news.dateline.chassis.Metrics;
import news.dateline.chassis.Service;
import news.dateline.chassis.ServiceMain;
import news.dateline.chassis.Setting;
import news.dateline.chassis.Traces;
import news.dateline.chassis.Trouble;
import news.dateline.contract.KafkaNeeds;
import news.dateline.contract.Topics;
import news.dateline.ingest.http.FeedRoutes;
import news.dateline.ingest.http.HubRoute;
import news.dateline.ingest.http.PushLimits;
import news.dateline.ingest.http.PushRoute;
import news.dateline.ingest.http.RegistryReading;
import news.dateline.ingest.inbox.InboxLoop;
import news.dateline.ingest.poll.FeedPolling;
import news.dateline.contract.registry.FeedTopics;
import news.dateline.ingest.publish.ArticleIntake;
import news.dateline.ingest.publish.Following;
import news.dateline.ingest.publish.OutcomeCount;
import news.dateline.ingest.publish.RawPublisher;

/** News in: HTTP push, the inbox topic and polled feeds, to {@code news.articles.raw}. */
public final class IngestService implements Service {
    private static final String NAME = "ingest";
    private static final Duration BACK_OFF = Duration.ofSeconds(2);
    private static final Duration TROUBLE_TOLD = Duration.ofSeconds(30);

    private final Metrics metrics = new Metrics(NAME);
    private final Trouble publishing = new Trouble(TROUBLE_TOLD, InstantSource.system());
    private final Traces traces;
    private final KafkaWatch watch;
    private final RawPublisher publisher;
    private final InboxLoop inbox;
    private final FeedPolling feeds;
    private final HttpEndpoint endpoint;

    private IngestService(IngestSettings settings) {
        OutcomeCount count = new OutcomeCount(metrics);
        traces = Traces.of(NAME, settings.traces());
        watch = new KafkaWatch(settings.kafka(), BACK_OFF,
                new KafkaNeeds(Topics.all(settings.partitions()), false)::lacking);
        publisher = new RawPublisher(
                () -> metrics.kafka().producer("producer", RawPublisher.producer(settings.kafka())), watch::hasBeenUp,
                publishing);
        ArticleIntake intake = new ArticleIntake(publisher, settings.maxArticleBytes(), InstantSource.system(),
                new Following(metrics, traces, InstantSource.system()));
        inbox = new InboxLoop(
                () -> metrics.kafka().consumer("inbox", InboxLoop.consumer(settings.kafka())), intake, count,
                watch::hasBeenUp, BACK_OFF);
        feeds = new FeedPolling(settings.polls(), settings.kafka(), intake, count, publisher, watch::hasBeenUp,
                BACK_OFF);
        feeds.measuredBy(metrics.registry());
        PushRoute pushes = new PushRoute(intake, count, PushLimits.standard(settings.maxPushes(), settings.client()),
                settings.tokens());
        RegistryReading reading = new RegistryReading(() -> FeedTopics.read(settings.kafka()));
        FeedRoutes registry = new FeedRoutes(reading, publisher, settings.tokens(), InstantSource.system());
        Optional<HubRoute> hubs = settings.polls().callbacks().map(
                callbacks -> new HubRoute(callbacks, reading, publisher, metrics, InstantSource.system()));
        HubRoute.measuredBy(metrics.registry());
        watch.start();
        inbox.start();
        feeds.start();
        try {
            endpoint = HttpEndpoint.start(settings.host(), settings.port(), metrics, this::health, routes -> {
                pushes.addTo(routes);
                registry.addTo(routes);
                hubs.ifPresent(calls -> calls.addTo(routes));
            });
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
        return Health.of(watch.health(), inbox.health(), feeds.health(), publishing.health());
    }

    @Override
    public Metrics metrics() {
        return metrics;
    }

    @Override
    public void close() {
        inbox.stop();
        feeds.stop();
        endpoint.close();
        closeAllButEndpoint();
    }

    private void closeAllButEndpoint() {
        watch.close();
        inbox.close();
        feeds.close();
        publisher.close();
        traces.close();
        metrics.close();
    }
}
