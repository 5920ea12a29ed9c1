package news.dateline.sink;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import news.dateline.chassis.Health;
import news.dateline.chassis.HttpEndpoint;
import news.dateline.chassis.KafkaFailure;
import news.dateline.chassis.KafkaWatch;
import news.dateline.chassis.Metrics;
import news.dateline.chassis.Service;
import news.dateline.chassis.ServiceMain;
import news.dateline.chassis.Traces;
import news.dateline.sink.read.ArticleArchive;
import news.dateline.sink.read.ReadApi;
import news.dateline.sink.store.ArticleStore;
import news.dateline.sink.store.StoreUnusable;
import news.dateline.sink.store.postgres.PostgresArchive;
import news.dateline.sink.store.postgres.PostgresStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last consumer: keeps the current state of every article in PostgreSQL, and lets it be read over HTTP. */
public final class SinkService implements Service {
    private static final Logger LOG = LoggerFactory.getLogger(SinkService.class);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(40);

    private final Metrics metrics = new Metrics("sink");
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final KafkaClients kafka;
    private final Traces traces;
    private final ArticleStore store;
    private final ArticleArchive archive;
    private final HttpEndpoint endpoint;
    private final Patience patience;
    private final Thread loop;
    private final KafkaWatch watch;
    private volatile Health health;
    private volatile Optional<RecordSource> source = Optional.empty();

    private SinkService(SinkSettings settings) {
        kafka = new KafkaClients(settings);
        health = new Health.Waiting(settings.database().name());
        watch = kafka.watch();
        patience = new Patience(kafka.cluster(), state -> health = state);
        store = new PostgresStore(settings.database(), metrics.registry());
        archive = new PostgresArchive(settings.database(), settings.readConnections(), metrics.registry());
        traces = Traces.of(name(), settings.traces());
        try {
            endpoint = HttpEndpoint.start(settings.host(), settings.port(), metrics, this::health,
                    new ReadApi(archive)::addTo);
        } catch (RuntimeException e) {
            archive.close();
            store.close();
            traces.close();
            metrics.close();
            throw e;
        }
        loop = Thread.ofPlatform().name("sink-loop").unstarted(this::run);
    }

    /** Starts the sink; while the broker or the database is away it goes on trying, and says so in its health. */
    public static SinkService start(Map<String, String> variables) {
        SinkService service = new SinkService(SinkSettings.read(variables));
        service.watch.start();
        service.loop.start();
        return service;
    }

    public static void main(String[] arguments) throws InterruptedException {
        ServiceMain.run(SinkService::start);
    }

    private void run() {
        try {
            boolean prepared = untilDone(() -> {
                store.prepare();
                return true;
            }).isPresent();
            // From here on the watch tells what is waited for.
            health = prepared ? Health.UP : health;
            if (prepared && kafkaIsThere()) {
                consume();
            }
        } catch (StoreUnusable e) {
            health = new Health.Failed(e.getMessage());
        } catch (RuntimeException | Error e) {
            LOG.atError().setCause(e).log("the loop ended");
            health = new Health.Failed("the sink's loop ended: " + KafkaFailure.inWords(e));
        }
    }

    private boolean kafkaIsThere() {
        boolean stopped = false;
        while (!watch.hasBeenUp() && !stopped) {
            stopped = stopsWithin(LOOK);
        }
        return !stopped;
    }

    private void consume() {
        Optional<DeadLetters> letters = untilDone(
                () -> new DeadLetters(metrics.kafka().producer("dead-letters", kafka.producer()), Clock.systemUTC()));
        if (letters.isEmpty()) {
            return;
        }
        try (DeadLetters deadLetters = letters.get()) {
            Optional<RecordSource> opened = untilDone(
                    () -> new RecordSource(metrics.kafka().consumer("enriched", kafka.consumer())));
            if (opened.isEmpty()) {
                return;
            }
            try (RecordSource records = opened.get()) {
                source = opened;
                if (stopping.getCount() > 0) {
                    new SinkLoop(records, store, deadLetters, metrics,
                            new Deliveries(metrics, traces, Clock.systemUTC()), patience, state -> health = state)
                            .run();
                }
            }
        }
    }

    private <T> Optional<T> untilDone(Supplier<T> attempt) {
        return patience.untilDone(attempt, delay -> !stopsWithin(delay));
    }

    private boolean stopsWithin(Duration delay) {
        try {
            return stopping.await(delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public String name() {
        return "sink";
    }

    @Override
    public int port() {
        return endpoint.port();
    }

    @Override
    public Health health() {
        return Health.of(health, watch.health());
    }

    @Override
    public Metrics metrics() {
        return metrics;
    }

    @Override
    public void close() {
        stopping.countDown();
        source.ifPresent(RecordSource::stop);
        try {
            if (!loop.join(LONGEST_STOP)) {
                LOG.atWarn().log("the loop did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        watch.close();
        endpoint.close();
        archive.close();
        store.close();
        traces.close();
        metrics.close();
    }
}
