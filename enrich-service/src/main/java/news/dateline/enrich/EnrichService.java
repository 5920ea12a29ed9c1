package news.dateline.enrich;

import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import news.dateline.chassis.Health;
import news.dateline.chassis.HttpEndpoint;
import news.dateline.chassis.KafkaFailure;
import news.dateline.chassis.KafkaWatch;
import news.dateline.chassis.Metrics;
import news.dateline.chassis.Service;
import news.dateline.chassis.ServiceMain;
import news.dateline.chassis.Traces;
import news.dateline.contract.KafkaNeeds;
import news.dateline.contract.Topics;
import news.dateline.enrich.language.LanguageDetector;
import news.dateline.enrich.rules.FirstRules;
import news.dateline.enrich.rules.RuleFollower;
import news.dateline.enrich.stream.BoundedStores;
import news.dateline.enrich.stream.EnrichTopology;
import news.dateline.tags.RuleBook;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StreamsConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code news.articles.raw} → {@code news.articles.enriched}, exactly once. */
public final class EnrichService implements Service {
    /** Kafka's name for all instances together: consumer group, transactions, changelogs. */
    public static final String APPLICATION_ID = "dateline-enrich";

    private static final Logger LOG = LoggerFactory.getLogger(EnrichService.class);
    private static final Duration ASK_EVERY = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(20);
    private static final Duration CLOSE_AWAY = Duration.ofSeconds(4);
    private static final int SESSION_MILLIS = 10_000;
    private static final int HELPING_RECORDS = 100;
    private static final int HELPING_BYTES = 128 * 1024;

    private final EnrichSettings settings;
    private final Clock clock = Clock.systemUTC();
    private final Metrics metrics = new Metrics("enrich");
    private final RuleBook rules = new RuleBook();
    private final Traces traces;
    private final Enricher enricher;
    private final HttpEndpoint endpoint;
    private final KafkaWatch watch;
    private final StreamThreads threads = new StreamThreads(clock);
    private final Thread starter = new Thread(this::startStreams, "enrich-starter");
    private final StoreRestore restore = new StoreRestore(metrics.registry(), clock);
    private volatile Optional<RuleFollower> follower = Optional.empty();
    private volatile Health starting = new Health.Waiting("rules and streams");
    private volatile Optional<KafkaStreams> streams = Optional.empty();

    private EnrichService(EnrichSettings settings) {
        this.settings = settings;
        traces = Traces.of(name(), settings.traces());
        enricher = new Enricher(new LanguageDetector(), settings.sections(), settings.edition(), rules, clock,
                new StepTimers(metrics));
        LOG.atInfo().addKeyValue("model", settings.sections().version()).log("section model");
        KafkaNeeds needs = new KafkaNeeds(Topics.all(settings.partitions()), true);
        watch = new KafkaWatch(settings.kafka(), ASK_EVERY, (admin, begun) -> {
            Optional<String> lacking = needs.lacking(admin, begun);
            return lacking.isPresent() ? lacking : OpenTransactions.in(restore.standing(), admin);
        });
        endpoint = HttpEndpoint.start(settings.host(), settings.port(), metrics, this::health);
    }

    /** Starts an instance; it waits by itself for a broker that is away. */
    public static EnrichService start(Map<String, String> variables) {
        EnrichService service = new EnrichService(EnrichSettings.read(variables));
        service.watch.start();
        service.starter.start();
        return service;
    }

    /** Runs an instance as a process. */
    public static void main(String[] arguments) throws InterruptedException {
        ServiceMain.run(EnrichService::start);
    }

    private void startStreams() {
        try {
            while (!watch.hasBeenUp() || !started()) {
                Thread.sleep(watch.hasBeenUp() ? RETRY : LOOK);
            }
        } catch (InterruptedException e) {
            LOG.atInfo().log("stopped before it had started");
        } catch (RuntimeException | Error e) {
            LOG.atError().setCause(e).log("enrich can't start");
            starting = new Health.Failed("it can't start: " + KafkaFailure.inWords(e));
        }
    }

    /** Rules must be there before the first article is read; false when that is to be tried again. */
    private boolean started() {
        try {
            FirstRules.loadIfUntouched(settings.kafka(), clock);
            follower = Optional.of(RuleFollower.start(rules, settings.kafka()));
        } catch (KafkaException e) {
            starting = new Health.Waiting("rules and streams: " + KafkaFailure.inWords(e));
            return false;
        }
        // Nothing here asks Kafka: what fails now would fail again.
        KafkaStreams made = new KafkaStreams(EnrichTopology.of(enricher, metrics, traces, clock), properties(settings));
        streams = Optional.of(made);
        metrics.kafka().bind("streams", (on, every) -> new KafkaStreamsMetrics(made, List.of(), on, every),
                KafkaStreamsMetrics::close);
        made.setUncaughtExceptionHandler(threads);
        made.setGlobalStateRestoreListener(restore);
        made.setStateListener(restore);
        made.start();
        starting = Health.UP;
        return true;
    }

    private static Properties properties(EnrichSettings settings) {
        Properties properties = new Properties();
        properties.putAll(settings.kafka());
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION_ID);
        // Without it, threads and clients have a random name, and their metrics new series, with each start.
        properties.putIfAbsent(StreamsConfig.CLIENT_ID_CONFIG, APPLICATION_ID);
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.standbys());
        properties.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDirectory().toString());
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedStores.class);
        properties.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
        // A thread polls again only when it has worked off what it holds. Small helpings of each partition keep a backlog of
        // raw articles from starving the articles that have already been labelled.
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), HELPING_RECORDS);
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG), HELPING_BYTES);
        properties.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, HELPING_RECORDS);
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), Topics.MAX_ENRICHED_BYTES);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        properties.put(StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), Topics.MAX_ENRICHED_BYTES);
        return properties;
    }

    @Override
    public String name() {
        return "enrich";
    }

    @Override
    public int port() {
        return endpoint.port();
    }

    @Override
    public Metrics metrics() {
        return metrics;
    }

    /** Ready means that every store is restored and articles are being read. */
    @Override
    public Health health() {
        return Health.of(watch.health(), threads.health(), starting, restore.health(),
                streams.map(this::health).orElse(Health.UP));
    }

    private Health health(KafkaStreams made) {
        State state = made.state();
        return switch (state) {
            case RUNNING -> follower.map(RuleFollower::health).orElse(Health.UP);
            case CREATED, REBALANCING -> new Health.Waiting("partitions and stores: " + state);
            case PENDING_SHUTDOWN, NOT_RUNNING, PENDING_ERROR, ERROR -> new Health.Failed("streams are " + state);
        };
    }

    @Override
    public void close() {
        threads.close();
        starter.interrupt();
        try {
            starter.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // To a broker that is away nothing can be committed, however long one waits.
        Duration patience = watch.health() instanceof Health.Up ? CLOSE_PATIENCE : CLOSE_AWAY;
        // Others take over at once, but for a member with a name of its own, whose partitions wait for its return.
        streams.ifPresent(running -> running.close(CloseOptions.timeout(patience)
                .withGroupMembershipOperation(settings.kafka().containsKey(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG)
                        ? GroupMembershipOperation.REMAIN_IN_GROUP
                        : GroupMembershipOperation.LEAVE_GROUP)));
        follower.ifPresent(RuleFollower::close);
        watch.close();
        endpoint.close();
        rules.close();
        traces.close();
        metrics.close();
    }
}
