package news.dateline.ingest.poll;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import news.dateline.chassis.Health;
import news.dateline.chassis.KafkaLoop;
import news.dateline.contract.FeedHealth;
import news.dateline.contract.FeedNotice;
import news.dateline.contract.FeedStatus;
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
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the registry: who is assigned a partition of it polls the feeds of that share, from where their statuses say.
 */
public final class FeedPolling implements AutoCloseable {
    /** The consumer group of all instances that poll. */
    public static final String GROUP = "dateline-feeds";

    private static final Logger LOG = LoggerFactory.getLogger(FeedPolling.class);
    private static final TopicPartition NOTICES = new TopicPartition(Topics.FEEDS_NOTICES.name(), 0);
    private static final Duration POLL_MOST = Duration.ofMillis(200);

    private final Map<String, String> kafka;
    private final Fetcher fetcher;
    private final FeedReading reading;
    private final HubRequests hubs;
    private final boolean subscribes;
    private final PolledFeeds feeds;
    private final KafkaLoop loop;
    private volatile KnownFeeds known = new KnownFeeds(1);

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
        loop = new KafkaLoop("feeds", "the registry of feeds", topicsExist, backOff, this::follow);
        InstantSource clock = InstantSource.system();
        fetcher = new Fetcher(FetchLimits.standard(settings.mostBytes(), settings.mostTime()),
                new SafeAddresses(settings.hosts()), settings.agent(), clock);
        reading = new FeedReading();
        subscribes = settings.callbacks().isPresent();
        hubs = new HubRequests(settings.callbacks(), fetcher);
        FeedPoll poll = new FeedPoll(
                new Pace(settings.least(), settings.most(), () -> ThreadLocalRandom.current().nextDouble()),
                settings.silentAfter(), reading, subscribes, clock);
        feeds = new PolledFeeds(poll, fetcher, hubs,
                new FeedPublication(intake, count, publisher, url -> known.contains(url), backOff),
                settings.atATime(), clock);
    }

    /** Starts polling, as soon as there are topics and a share of the feeds. */
    public void start() {
        feeds.start();
        loop.start();
    }

    /** How it is. */
    public Health health() {
        return loop.health();
    }

    /** Registers how many feeds are this instance's, by how they are. */
    public void measuredBy(MeterRegistry registry) {
        gauge("new", Optional.empty(), registry);
        Stream.of(FeedHealth.values()).forEach(state -> gauge(state.word(), Optional.of(state), registry));
        Gauge.builder("dateline.feeds.subscribed", feeds, all -> (double) all.subscribed())
                .description("Feeds that this instance polls and whose hub tells of news").register(registry);
    }

    private void gauge(String word, Optional<FeedHealth> state, MeterRegistry registry) {
        Gauge.builder("dateline.feeds", feeds, all -> (double) all.count(state)).tag("state", word)
                .description("Feeds that this instance polls, by how they are").register(registry);
    }

    /** Reads the whole registry before it asks for a share of it. */
    private void follow() throws InterruptedException {
        try (Consumer<String, byte[]> registry = loop.opened(registry());
                Consumer<String, byte[]> group = loop.opened(group())) {
            List<TopicPartition> partitions = registry.partitionsFor(Topics.FEEDS.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
            known = new KnownFeeds(partitions.size());
            Shares shares = new Shares(group, registry);
            registry.assign(subscribes
                    ? Stream.concat(partitions.stream(), Stream.of(NOTICES)).toList()
                    : partitions);
            Map<TopicPartition, Long> ends = registry.endOffsets(partitions);
            while (loop.goesOn()
                    && partitions.stream().anyMatch(one -> registry.position(one) < ends.get(one))) {
                shares.follow(registry.poll(POLL_MOST));
            }
            group.subscribe(List.of(Topics.FEEDS.name()), shares);
            while (loop.goesOn()) {
                group.poll(POLL_MOST);
                shares.follow(registry.poll(POLL_MOST));
                loop.isUp();
            }
        }
    }

    /** Who is in the group polls feeds: its partitions are shares of them, and nothing is read through it. */
    private Consumer<String, byte[]> group() {
        Map<String, Object> properties = new HashMap<>(Map.of(ConsumerConfig.CLIENT_ID_CONFIG, GROUP,
                ConsumerConfig.GROUP_ID_CONFIG, GROUP, ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000));
        if (!kafka.containsKey(ConsumerConfig.GROUP_PROTOCOL_CONFIG)) {
            // Others keep polling what stays theirs while one comes or goes.
            properties.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                    CooperativeStickyAssignor.class.getName());
        }
        properties.putAll(kafka);
        return consumer(properties);
    }

    private Consumer<String, byte[]> registry() {
        Map<String, Object> properties = new HashMap<>(kafka);
        properties.keySet().removeAll(List.of(ConsumerConfig.GROUP_ID_CONFIG, ConsumerConfig.GROUP_INSTANCE_ID_CONFIG,
                ConsumerConfig.GROUP_PROTOCOL_CONFIG));
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, GROUP + "-registry");
        return consumer(properties);
    }

    /** Nothing is committed: everybody reads the registry from its beginning. */
    private static Consumer<String, byte[]> consumer(Map<String, Object> properties) {
        properties.putIfAbsent(ConsumerConfig.RECONNECT_BACKOFF_MS_CONFIG, 250L);
        properties.putIfAbsent(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2_000L);
        properties.putAll(Map.of(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest", ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed", ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false));
        return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** The shares of this instance: takes over their feeds, and gives them back before anybody else has them. */
    private final class Shares implements ConsumerRebalanceListener {
        private final Consumer<?, ?> group;
        private final Set<Integer> own = new HashSet<>();

        private final Consumer<?, ?> registry;
        /** What hubs said before this was heeded by whoever had the feeds then, if not all of it. */
        private long noticesBefore;

        private Shares(Consumer<?, ?> group, Consumer<?, ?> registry) {
            this.group = group;
            this.registry = registry;
        }

        private void follow(ConsumerRecords<String, byte[]> changes) throws InterruptedException {
            for (ConsumerRecord<String, byte[]> entry : changes) {
                if (entry.topic().equals(NOTICES.topic())) {
                    FeedTopics.read(Topics.FEEDS_NOTICES, entry, (url, notice) -> heard(notice, entry.offset()));
                } else if (entry.value() == null && entry.key() != null) {
                    removed(entry.key());
                } else {
                    FeedTopics.read(Topics.FEEDS, entry, (url, feed) -> {
                        if (feed.url().equals(url)) {
                            changed(known.put(feed, entry.partition()));
                        } else {
                            LOG.atWarn().addKeyValue("partition", entry.partition())
                                    .addKeyValue("offset", entry.offset())
                                    .log("record passed over: its key must be its url");
                        }
                    });
                }
            }
        }

        private void heard(FeedNotice notice, long offset) {
            if (notice != null) {
                feeds.hear(notice, offset < noticesBefore);
            }
        }

        private void changed(RegisteredFeed registered) {
            int share = known.share(registered.feed().url());
            if (own.contains(share)) {
                feeds.put(registered, Optional.empty(), share);
            }
        }

        private void removed(String url) throws InterruptedException {
            known.remove(url);
            if (own.contains(known.share(url))) {
                feeds.remove(url, known.share(url));
            }
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (partitions.isEmpty()) {
                return;
            }
            List<Integer> shares = shares(partitions);
            if (shares.stream().anyMatch(share -> share >= known.shares())) {
                throw new KafkaException("the registry has more partitions than it had");
            }
            group.pause(partitions);
            Map<String, FeedStatus> statuses = FeedTopics.statuses(kafka, shares);
            own.addAll(shares);
            known.in(shares).forEach(registered -> feeds.put(registered,
                    Optional.ofNullable(statuses.get(registered.feed().url())),
                    known.share(registered.feed().url())));
            if (subscribes) {
                noticesBefore = registry.endOffsets(List.of(NOTICES)).get(NOTICES);
                registry.seekToBeginning(List.of(NOTICES));
            }
            LOG.atInfo().addKeyValue("shares", shares.size()).addKeyValue("feeds", feeds.size())
                    .log("feeds taken over");
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            try {
                List<Integer> shares = shares(partitions);
                shares.forEach(own::remove);
                feeds.release(shares);
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        }

        private static List<Integer> shares(Collection<TopicPartition> partitions) {
            return partitions.stream().map(TopicPartition::partition).toList();
        }
    }

    /** Asks it to stop. */
    public void stop() {
        loop.stop();
    }

    /** Ends its polls and gives its share back; what still waits for Kafka is done by whoever polls the feeds next. */
    @Override
    public void close() {
        loop.close();
        feeds.close();
        hubs.close();
        reading.close();
        fetcher.close();
    }
}
