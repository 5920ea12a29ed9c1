package news.dateline.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static news.dateline.sink.store.SampleArticle.article;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import news.dateline.chassis.Health;
import news.dateline.chassis.Metrics;
import news.dateline.chassis.TraceTarget;
import news.dateline.chassis.Traces;
import news.dateline.contract.PublicationStatus;
import news.dateline.contract.Rejection;
import news.dateline.contract.RejectionReason;
import news.dateline.contract.Topics;
import news.dateline.contract.TraceContext;
import news.dateline.sink.store.ArticleChange;
import news.dateline.sink.store.InMemoryStore;
import news.dateline.sink.store.SampleArticle;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SinkLoopTest {
    private static final TopicPartition FIRST = new TopicPartition(Topics.ENRICHED.name(), 0);
    private static final TopicPartition SECOND = new TopicPartition(Topics.ENRICHED.name(), 1);
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final MockProducer<String, byte[]> producer = new MockProducer<>(true, null, new StringSerializer(),
            new ByteArraySerializer());
    private final InMemoryStore store = new InMemoryStore();
    private final Metrics metrics = new Metrics("sink");
    private final List<Health> health = new ArrayList<>();
    private final Map<TopicPartition, Long> ends = new HashMap<>(Map.of(FIRST, 0L, SECOND, 0L));
    private RecordSource source;

    @BeforeEach
    void subscribe() {
        source = new RecordSource(consumer);
        consumer.updateBeginningOffsets(ends);
        consumer.updateEndOffsets(ends);
        consumer.schedulePollTask(() -> consumer.rebalance(Set.of(FIRST, SECOND)));
    }

    @AfterEach
    void close() {
        metrics.close();
    }

    @Test
    void commitsWhatIsWritten() {
        poll(usable(FIRST, "a"), usable(SECOND, "b"), usable(FIRST, "c"));
        run();
        assertThat(store.kept("a")).contains(article("a").made());
        assertThat(committed(FIRST)).isEqualTo(2);
        assertThat(committed(SECOND)).isEqualTo(1);
        assertThat(metrics.receivedCount()).isEqualTo(3);
        assertThat(metrics.outcomeCount("stored")).isEqualTo(3);
        assertThat(health).last().isEqualTo(Health.UP);
    }

    @Test
    void takesTheTraceToTheStoreAndToTheDeadLetter() {
        ConsumerRecord<String, byte[]> stored = usable(FIRST, "a");
        ConsumerRecord<String, byte[]> broken = record(FIRST, "b", "{".getBytes(UTF_8));
        TraceContext.put("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", stored.headers());
        TraceContext.put("00-4bf92f3577b34da6a3ce929d0e0e4737-00f067aa0ba902b7-01", broken.headers());
        poll(stored, broken);
        run();
        assertThat(store.writes().getFirst()).first().isInstanceOfSatisfying(ArticleChange.Upsert.class,
                upsert -> assertThat(upsert.traceId()).contains("4bf92f3577b34da6a3ce929d0e0e4736"));
        assertThat(TraceContext.of(producer.history().getFirst().headers())).get().extracting(TraceContext::traceId)
                .isEqualTo("4bf92f3577b34da6a3ce929d0e0e4737");
    }

    @Test
    void timesAnArticleFromItsReceipt() {
        poll(usable(FIRST, "a"), takedown(FIRST, "b"));
        run();
        assertThat(metrics.registry().get("dateline.delivery").timer().count()).isEqualTo(1);
        assertThat(metrics.registry().get("dateline.step").tag("step", "write").timer().count()).isPositive();
        assertThat(metrics.registry().get("dateline.newest.received.timestamp").gauge().value())
                .isEqualTo(article("a").made().receivedAt().toEpochMilli() / 1_000.0);
    }

    @Test
    void commitsNothingWhileTheStoreIsAway() {
        List<Long> committedMeanwhile = new ArrayList<>();
        List<Set<TopicPartition>> pausedMeanwhile = new ArrayList<>();
        pollAsTheStoreGoesAway(3, usable(FIRST, "a"));
        for (int i = 0; i < 3; i++) {
            consumer.schedulePollTask(() -> {
                committedMeanwhile.add(committed(FIRST));
                pausedMeanwhile.add(Set.copyOf(consumer.paused()));
            });
        }
        run();
        assertThat(committedMeanwhile).containsExactly(0L, 0L, 0L);
        assertThat(pausedMeanwhile).allSatisfy(
                paused -> assertThat(paused).containsExactlyInAnyOrder(FIRST, SECOND));
        assertThat(health).contains(new Health.Waiting("memory")).last().isEqualTo(Health.UP);
        assertThat(committed(FIRST)).isEqualTo(1);
        assertThat(consumer.paused()).isEmpty();
        assertThat(metrics.outcomeCount("stored")).isEqualTo(1);
    }

    @Test
    void noticesWithoutNewsThatTheStoreIsAway() {
        pollAsTheStoreGoesAway(1);
        run();
        assertThat(health).contains(new Health.Waiting("memory")).last().isEqualTo(Health.UP);
    }

    @Test
    void leavesTheBatchUncommittedWhenStoppedWhileTheStoreIsAway() {
        pollAsTheStoreGoesAway(Integer.MAX_VALUE, usable(FIRST, "a"));
        run();
        assertThat(committed(FIRST)).isZero();
        assertThat(metrics.outcomeCount("stored")).isZero();
    }

    @Test
    void keepsTheOrderOfAPartition() {
        poll(usable(FIRST, "a"), record(FIRST, article("a").revision(2).headline("Second")), takedown(FIRST, "b"),
                record(FIRST, article("b").revision(4)));
        run();
        assertThat(store.writes()).hasSize(1);
        assertThat(store.writes().getFirst()).extracting(ArticleChange::articleId).containsExactly("a", "a", "b", "b");
        assertThat(store.kept("a")).map(kept -> kept.headline()).contains("Second");
        assertThat(store.kept("b")).isPresent();
    }

    @Test
    void tombstoneTakesTheArticleDown() {
        poll(usable(FIRST, "a"), takedown(FIRST, "a"));
        run();
        assertThat(store.kept("a")).isEmpty();
        assertThat(metrics.outcomeCount("withdrawn")).isEqualTo(1);
        assertThat(committed(FIRST)).isEqualTo(2);
    }

    @Test
    void canceledArticleIsTakenDownAndWithheldOneLosesItsText() {
        poll(usable(FIRST, "a"), record(FIRST, article("a").revision(2).status(PublicationStatus.CANCELED)),
                record(FIRST, article("b").status(PublicationStatus.WITHHELD)));
        run();
        assertThat(store.kept("a")).isEmpty();
        assertThat(store.kept("b")).map(kept -> kept.body()).contains("");
        assertThat(metrics.outcomeCount("withdrawn")).isEqualTo(2);
    }

    @Test
    void bytesThatAreNoArticleBecomeADeadLetterAndTheStreamGoesOn() {
        poll(usable(FIRST, "a"), record(FIRST, "b", "{\"headline\":\"secret".getBytes(UTF_8)), usable(FIRST, "c"));
        run();
        ProducerRecord<String, byte[]> letter = producer.history().getFirst();
        Rejection rejection = Rejection.read(letter.headers());
        assertThat(letter.topic()).isEqualTo(Topics.REJECTED.name());
        assertThat(letter.key()).isEqualTo("b");
        assertThat(letter.value()).asString(UTF_8).isEqualTo("{\"headline\":\"secret");
        assertThat(rejection.service()).isEqualTo("sink");
        assertThat(rejection.reason()).isEqualTo(RejectionReason.NOT_AN_ARTICLE);
        assertThat(rejection.origin().topic()).contains(Topics.ENRICHED.name());
        assertThat(rejection.origin().partition()).contains(0);
        assertThat(rejection.origin().offset()).contains(1L);
        assertThat(rejection.rejectedAt()).isEqualTo(NOW);
        assertThat(rejection.rule()).isNotBlank().doesNotContain("secret");
        assertThat(store.kept("c")).isPresent();
        assertThat(committed(FIRST)).isEqualTo(3);
        assertThat(metrics.outcomeCount("rejected")).isEqualTo(1);
        assertThat(metrics.outcomeCount("stored")).isEqualTo(2);
    }

    @Test
    void articleUnderAnothersKeyIsRejected() {
        poll(record(FIRST, "b", bytes(article("a"))), record(FIRST, null, bytes(article("a"))),
                record(FIRST, null, null));
        run();
        assertThat(store.writes()).isEmpty();
        assertThat(metrics.outcomeCount("rejected")).isEqualTo(3);
        assertThat(producer.history()).hasSize(3);
        assertThat(committed(FIRST)).isEqualTo(3);
    }

    @Test
    void articleThatCanNeverBeKeptBecomesADeadLetter() {
        poll(record(FIRST, article("a").headline("\0")), usable(FIRST, "b"));
        run();
        assertThat(Rejection.read(producer.history().getFirst().headers()).reason())
                .isEqualTo(RejectionReason.NOT_STORABLE);
        assertThat(store.kept("b")).isPresent();
        assertThat(metrics.outcomeCount("rejected")).isEqualTo(1);
    }

    @Test
    void commitsNothingBeforeTheDeadLetterIsAcknowledged() {
        List<Long> committedMeanwhile = new ArrayList<>();
        producer.sendException = new TimeoutException("away");
        poll(record(FIRST, "b", new byte[]{1}));
        consumer.schedulePollTask(() -> {
            committedMeanwhile.add(committed(FIRST));
            producer.sendException = null;
        });
        run();
        assertThat(committedMeanwhile).containsExactly(0L);
        assertThat(health).contains(new Health.Waiting("Kafka at test: no answer")).last()
                .isEqualTo(Health.UP);
        assertThat(producer.history()).hasSize(1);
        assertThat(committed(FIRST)).isEqualTo(1);
    }

    @Test
    void leavesRecordsOfAPartitionThatMovedToItsNewReader() {
        pollAsTheStoreGoesAway(1, usable(FIRST, "a"), usable(SECOND, "b"));
        consumer.schedulePollTask(() -> consumer.rebalance(Set.of(SECOND)));
        run();
        assertThat(store.kept("a")).isEmpty();
        assertThat(store.kept("b")).isPresent();
        assertThat(metrics.receivedCount()).isEqualTo(2);
        assertThat(metrics.outcomeCount("dropped")).isEqualTo(1);
        assertThat(metrics.outcomeCount("stored")).isEqualTo(1);
        assertThat(committed(FIRST)).isZero();
    }

    @Test
    void keepsRecordsOfAPartitionThatOnePollTookAwayAndGaveBack() {
        ConsumerRecord<String, byte[]> first = usable(FIRST, "a");
        consumer.schedulePollTask(() -> {
            consumer.rebalance(Set.of(SECOND));
            consumer.rebalance(Set.of(FIRST, SECOND));
            consumer.addRecord(first);
        });
        run();
        assertThat(store.kept("a")).isPresent();
        assertThat(metrics.outcomeCount("dropped")).isZero();
        assertThat(committed(FIRST)).isEqualTo(1);
    }

    @Test
    void waitsWhenItIsNotLetInAndGoesOnWhenItIs() {
        consumer.schedulePollTask(
                () -> consumer.setPollException(GroupAuthorizationException.forGroupId("dateline-sink")));
        poll(usable(FIRST, "a"));
        run();
        assertThat(health)
                .contains(new Health.Waiting("records of news.articles.enriched: GroupAuthorizationException: "
                        + "Not authorized to access group: dateline-sink"))
                .last().isEqualTo(Health.UP);
        assertThat(committed(FIRST)).isEqualTo(1);
    }

    @Test
    void keepsTheBatchWhenKafkaDoesNotLetItInWhileTheStoreIsAway() {
        pollAsTheStoreGoesAway(2, usable(FIRST, "a"));
        consumer.schedulePollTask(() -> consumer.setPollException(new SaslAuthenticationException("wrong password")));
        run();
        assertThat(store.kept("a")).isPresent();
        assertThat(committed(FIRST)).isEqualTo(1);
    }

    @Test
    void commitsAgainWhatKafkaDidNotTakeThoughNothingMoreComes() {
        AtomicBoolean away = new AtomicBoolean(true);
        MockConsumer<String, byte[]> forgetful = new MockConsumer<>("earliest") {
            @Override
            public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets) {
                if (away.getAndSet(false)) {
                    throw new TimeoutException("away");
                }
                super.commitSync(offsets);
            }
        };
        RecordSource records = new RecordSource(forgetful);
        forgetful.updateBeginningOffsets(ends);
        forgetful.schedulePollTask(() -> forgetful.rebalance(Set.of(FIRST)));
        forgetful.schedulePollTask(() -> forgetful.addRecord(usable(FIRST, "a")));
        for (int poll = 0; poll < 4; poll++) {
            records.commit(records.poll());
        }
        assertThat(forgetful.committed(Set.of(FIRST)).get(FIRST).offset()).isEqualTo(1);
        assertThat(records.health()).isEqualTo(Health.UP);
    }

    /** Runs the loop until everything that was scheduled has been polled. */
    private void run() {
        for (int i = 0; i < 3; i++) {
            consumer.scheduleNopPollTask();
        }
        consumer.schedulePollTask(() -> source.stop());
        new SinkLoop(source, store, new DeadLetters(producer, Clock.fixed(NOW, ZoneOffset.UTC)), metrics,
                new Deliveries(metrics, Traces.of("sink", TraceTarget.NONE), () -> NOW),
                new Patience("Kafka at test", health::add), health::add).run();
    }

    /** Records that one poll brings. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    private void poll(ConsumerRecord<String, byte[]>... records) {
        consumer.schedulePollTask(() -> Stream.of(records).forEach(consumer::addRecord));
    }

    /** Records that one poll brings, while the store is away for the next calls. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    private void pollAsTheStoreGoesAway(int calls, ConsumerRecord<String, byte[]>... records) {
        consumer.schedulePollTask(() -> {
            store.goAway(calls);
            Stream.of(records).forEach(consumer::addRecord);
        });
    }

    private long committed(TopicPartition partition) {
        OffsetAndMetadata offset = consumer.committed(Set.of(partition)).get(partition);
        return offset == null ? 0 : offset.offset();
    }

    private ConsumerRecord<String, byte[]> usable(TopicPartition partition, String articleId) {
        return record(partition, article(articleId));
    }

    private ConsumerRecord<String, byte[]> takedown(TopicPartition partition, String articleId) {
        return record(partition, articleId, null);
    }

    private ConsumerRecord<String, byte[]> record(TopicPartition partition, SampleArticle article) {
        return record(partition, article.articleId(), bytes(article));
    }

    private ConsumerRecord<String, byte[]> record(TopicPartition partition, String key, byte[] value) {
        long offset = ends.merge(partition, 1L, Long::sum) - 1;
        return new ConsumerRecord<>(partition.topic(), partition.partition(), offset, key, value);
    }

    private static byte[] bytes(SampleArticle article) {
        return Topics.ENRICHED.value().serializer().serialize(Topics.ENRICHED.name(), article.made());
    }
}
