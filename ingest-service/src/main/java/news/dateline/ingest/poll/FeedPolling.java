package news.dateline.ingest.poll;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import news.dateline.chassis.Health;
import news.dateline.chassis.KafkaFailure;
import news.dateline.contract.FeedHealth;
import news.dateline.contract.Topics;
import news.dateline.contract.registry.FeedTopics;
import news.dateline.ingest.fetch.FetchLimits;
import news.dateline.ingest.fetch.Fetcher;
import news.dateline.ingest.fetch.SafeAddresses;
import news.dateline.ingest.publish.ArticleIntake;
import news.dateline.ingest.publish.OutcomeCount;
import news.dateline.ingest.publish.RawPublisher;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the registry: who is assigned a partition of it polls its feeds, from where their statuses say. */
public final class FeedPolling implements AutoCloseable {
    /** The consumer group of all instances that poll. */
    public static final String GROUP = "dateline-feeds";

    private static final Logger LOG = LoggerFactory.getLogger(FeedPolling.class);
    private static final Duration POLL_MOST = Duration.ofMillis(500);
    private static final long LOOK_MILLIS = 100;

    private final Map<String, String> kafka;
    private final Fetcher fetcher;
    private final FeedReading reading;
    private final PolledFeeds feeds;
    private final BooleanSupplier topicsExist;
    private final Duration backOff;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("feeds").daemon().unstarted(this::run);
    private volatile Health health = new Health.Waiting("its share of the feeds");
    private volatile Optional<Consumer<String, byte[]>> opened = Optional.empty();

    /**
     * Polling that has yet to be started.
     *
     * @param kafka       properties of the cluster
     * @param topicsExist until then nothing is read
     * @param backOff     how long it waits before it tries Kafka again
     */
    public FeedPolling(PollSettings settings, Map<String, String> kafka, ArticleIntake intake, OutcomeCount count,
            RawPublisher publisher, BooleanSupplier topicsExist, Duration backOff) {
        this.kafka = kafka;
        this.topicsExist = topicsExist;
        this.backOff = backOff;
        InstantSource clock = InstantSource.system();
        fetcher = new Fetcher(FetchLimits.standard(settings.mostBytes(), settings.mostTime()),
                new SafeAddresses(settings.hosts()), settings.agent(), clock);
        reading = new FeedReading();
        FeedPoll poll = new FeedPoll(
                new Pace(settings.least(), settings.most(), () -> ThreadLocalRandom.current().nextDouble()),
                settings.silentAfter(), reading, clock);
        feeds = new PolledFeeds(poll, fetcher,
                new FeedPublication(intake, count, publisher, () -> FeedTopics.read(kafka), backOff),
                settings.atATime(), clock);
    }

    /** Starts polling, as soon as there are topics and a share of the feeds. */
    public void start() {
        feeds.start();
        thread.start();
    }

    /** How it is. */
    public Health health() {
        return health;
    }

    /** Registers how many feeds are this instance's, by how they are. */
    public void measuredBy(MeterRegistry registry) {
        gauge("new", Optional.empty(), registry);
        Stream.of(FeedHealth.values()).forEach(state -> gauge(state.word(), Optional.of(state), registry));
    }

    private void gauge(String word, Optional<FeedHealth> state, MeterRegistry registry) {
        Gauge.builder("dateline.feeds", feeds, all -> (double) all.count(state)).tag("state", word)
                .description("Feeds that this instance polls, by how they are").register(registry);
    }

    private void run() {
        try {
            while (stopping.getCount() > 0 && !topicsExist.getAsBoolean()) {
                pause(LOOK_MILLIS);
            }
            while (stopping.getCount() > 0) {
                follow();
            }
        } catch (InterruptedException | InterruptException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            LOG.atError().setCause(e).log("feeds are no longer polled");
            health = new Health.Failed("feeds are no longer polled: " + e);
        }
    }

    private void follow() throws InterruptedException {
        try (Consumer<String, byte[]> consumer = consumer()) {
            opened = Optional.of(consumer);
            consumer.subscribe(List.of(Topics.FEEDS.name()), new Shares(consumer));
            while (stopping.getCount() > 0) {
                for (ConsumerRecord<String, byte[]> entry : consumer.poll(POLL_MOST)) {
                    changed(entry);
                }
                health = Health.UP;
            }
        } catch (WakeupException e) {
            LOG.atDebug().log("feeds woken to stop");
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            health = new Health.Waiting("the registry of feeds: " + KafkaFailure.inWords(e));
            pause(backOff.toMillis());
        }
    }

    private void pause(long millis) throws InterruptedException {
        if (stopping.await(millis, TimeUnit.MILLISECONDS)) {
            LOG.atDebug().log("feeds stop while they wait");
        }
    }

    private void changed(ConsumerRecord<String, byte[]> entry) throws InterruptedException {
        if (entry.value() == null && entry.key() != null) {
            feeds.remove(entry.key(), entry.partition());
        } else {
            FeedTopics.read(Topics.FEEDS, entry,
                    (url, feed) -> feeds.put(feed, Optional.empty(), entry.partition()));
        }
    }

    /** Nothing is committed: whoever gets a partition reads it from its beginning. */
    private Consumer<String, byte[]> consumer() {
        Map<String, Object> properties = new HashMap<>(Map.of(ConsumerConfig.CLIENT_ID_CONFIG, GROUP,
                ConsumerConfig.GROUP_ID_CONFIG, GROUP, ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000,
                ConsumerConfig.RECONNECT_BACKOFF_MS_CONFIG, 250L, ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                2_000L));
        if (!kafka.containsKey(ConsumerConfig.GROUP_PROTOCOL_CONFIG)) {
            // Others keep polling what stays theirs while one comes or goes.
            properties.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                    CooperativeStickyAssignor.class.getName());
        }
        properties.putAll(kafka);
        properties.putAll(Map.of(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest", ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed", ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false));
        return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Takes over the feeds of partitions, and gives them back before anybody else has them. */
    private final class Shares implements ConsumerRebalanceListener {
        private final Consumer<String, byte[]> consumer;

        private Shares(Consumer<String, byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (partitions.isEmpty()) {
                return;
            }
            for (TopicPartition partition : partitions) {
                FeedTopics now = FeedTopics.read(kafka, List.of(partition.partition()));
                consumer.seek(partition, now.readUntil().get(partition));
                now.feeds().forEach((url, feed) -> feeds.put(feed, Optional.ofNullable(now.statuses().get(url)),
                        partition.partition()));
            }
            LOG.atInfo().addKeyValue("partitions", partitions.size()).addKeyValue("feeds", feeds.size())
                    .log("feeds taken over");
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            try {
                feeds.release(partitions.stream().map(TopicPartition::partition).toList());
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        }
    }

    /** Asks it to stop. */
    public void stop() {
        stopping.countDown();
        opened.ifPresent(Consumer::wakeup);
    }

    /** Ends its polls and gives its share back. */
    @Override
    public void close() {
        stop();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // What still waits for Kafka is done by whoever polls the feeds next.
        thread.interrupt();
        feeds.close();
        reading.close();
        fetcher.close();
    }
}
