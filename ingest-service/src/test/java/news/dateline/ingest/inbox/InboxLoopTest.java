package news.dateline.ingest.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.dateline.chassis.Health;
import news.dateline.contract.Origin;
import news.dateline.contract.RejectionReason;
import news.dateline.contract.Topics;
import news.dateline.contract.TraceContext;
import news.dateline.ingest.KafkaStandIn;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class InboxLoopTest {
    private static final TopicPartition PARTITION = new TopicPartition(Topics.INBOX.name(), 0);

    private final KafkaStandIn kafka = new KafkaStandIn(true, 4096);
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final InboxLoop inbox = new InboxLoop(() -> consumer, kafka.intake, kafka.count, () -> true,
            Duration.ofMillis(1));

    @BeforeEach
    void assign() {
        consumer.subscribe(List.of(PARTITION.topic()));
        consumer.rebalance(List.of(PARTITION));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    }

    private void add(long offset, String contentType, byte[] value) {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), offset,
                null, value);
        if (!contentType.isEmpty()) {
            record.headers().add("content-type", contentType.getBytes(UTF_8));
        }
        consumer.addRecord(record);
    }

    private void add(long offset, String contentType, String value) {
        add(offset, contentType, value.getBytes(UTF_8));
    }

    private long committed() {
        OffsetAndMetadata offset = consumer.committed(Set.of(PARTITION)).get(PARTITION);
        return offset == null ? 0 : offset.offset();
    }

    @Test
    void readsEachRecordByItsContentType() throws Exception {
        add(0, "", "{\"headline\":\"One\"}");
        add(1, "text/plain", "Two\n\nA page.");
        add(2, "application/x-ndjson", "{\"headline\":\"Three\"}\n\n{\"headline\":\"Four\"}\n");

        inbox.turn(consumer);

        assertThat(kafka.raw()).extracting("headline").containsExactly("One", "Two", "Three", "Four");
        assertThat(committed()).isEqualTo(3);
        assertThat(inbox.health()).isEqualTo(Health.UP);
        kafka.check(counts -> assertThat(counts).containsExactly(4, 4, 0, 0));
    }

    @Test
    void readsEachItemOfAFeedDocument() throws Exception {
        add(0, "application/rss+xml", "<rss><channel><item><title>One</title></item><item/><item>"
                + "<title>Three</title></item></channel></rss>");
        add(1, "application/atom+xml", "<feed><title>Empty</title></feed>");

        inbox.turn(consumer);

        assertThat(kafka.raw()).extracting("headline").containsExactly("One", "Three");
        assertThat(kafka.rejection(0).origin()).isEqualTo(Origin.record(PARTITION.topic(), 0, 0).atLine(2));
        assertThat(kafka.rejection(1).reason()).isEqualTo(RejectionReason.NOT_AN_ARTICLE);
        kafka.check(counts -> assertThat(counts).containsExactly(4, 2, 2, 0));
    }

    @Test
    void rawArticleTellsWhereItStoodAndKeepsTheTrace() throws Exception {
        ConsumerRecord<byte[], byte[]> lines = new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), 7, null,
                "{\"headline\":\"One\"}\n{\"headline\":\"Two\"}\n".getBytes(UTF_8));
        lines.headers().add("content-type", "application/x-ndjson".getBytes(UTF_8));
        TraceContext.put("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", lines.headers());
        consumer.addRecord(lines);

        inbox.turn(consumer);

        assertThat(kafka.producer.history()).extracting(written -> Origin.read(written.headers())).containsExactly(
                Origin.record("news.inbox", 0, 7).atLine(1), Origin.record("news.inbox", 0, 7).atLine(2));
        assertThat(kafka.producer.history()).allSatisfy(
                written -> assertThat(TraceContext.of(written.headers())).get().extracting(TraceContext::traceId)
                        .isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736"));
    }

    @Test
    void readsOtherDialectsAndListsOfArticles() throws Exception {
        add(0, "application/ninjs+json", "{\"uri\":\"urn:1\",\"headline\":\"One\"}");
        add(1, "application/ld+json", "{\"@type\":\"NewsArticle\",\"headline\":\"Two\"}");
        add(2, "application/json", "{\"status\":\"ok\",\"articles\":[{\"title\":\"Three\",\"urlToImage\":null},7]}");

        inbox.turn(consumer);

        assertThat(kafka.raw()).extracting("headline").containsExactly("One", "Two", "Three");
        assertThat(kafka.rejection(0).origin()).isEqualTo(Origin.record("news.inbox", 0, 2).atLine(2));
        assertThat(kafka.rejectedBytes(0).orElseThrow()).asString(UTF_8).isEqualTo("7");
        assertThat(committed()).isEqualTo(3);
    }

    @Test
    void deadLettersWhatIsNoArticleWithItsOriginAndGoesOn() throws Exception {
        byte[] bytes = {(byte) 0xFF, 0, 1};
        add(0, "application/json", bytes);
        add(1, "application/json", (byte[]) null);
        add(2, "application/x-ndjson", "{\"headline\":\"Good\"}\n{\"headline\":1}\n");
        add(3, "application/x-ndjson", "\n");

        inbox.turn(consumer);

        assertThat(kafka.raw()).extracting("headline").containsExactly("Good");
        assertThat(kafka.rejectedBytes(0)).contains(bytes);
        assertThat(kafka.rejection(0).reason()).isEqualTo(RejectionReason.NOT_UTF8);
        assertThat(kafka.rejection(0).origin()).isEqualTo(Origin.record("news.inbox", 0, 0));
        assertThat(kafka.rejection(1).reason()).isEqualTo(RejectionReason.NOT_AN_ARTICLE);
        assertThat(kafka.rejection(2).origin()).isEqualTo(Origin.record("news.inbox", 0, 2).atLine(2));
        assertThat(kafka.rejection(2).field()).contains("headline");
        assertThat(kafka.rejection(3).origin()).isEqualTo(Origin.record("news.inbox", 0, 3));
        assertThat(committed()).isEqualTo(4);
        kafka.check(counts -> assertThat(counts).containsExactly(5, 1, 4, 0));
    }

    @Test
    void commitsNothingUntilEverythingIsAcknowledged() throws Exception {
        KafkaStandIn slow = new KafkaStandIn(false, 4096);
        InboxLoop loop = new InboxLoop(() -> consumer, slow.intake, slow.count, () -> true, Duration.ofMillis(1));
        add(0, "", "{\"headline\":\"One\"}");
        add(1, "", "{\"headline\":\"Two\"}");

        Thread turning = Thread.ofVirtual().start(() -> turn(loop));
        while (slow.producer.history().size() < 2) {
            Thread.onSpinWait();
        }
        slow.producer.completeNext();
        assertThat(committed()).isZero();
        slow.producer.completeNext();
        turning.join();

        assertThat(committed()).isEqualTo(2);
    }

    @Test
    void keepsItsPlaceWhileKafkaIsAwayAndTakesEverythingAfterwards() throws Exception {
        add(0, "", "{\"headline\":\"One\"}");
        add(1, "", "{\"headline\":\"Two\"}");
        kafka.producer.sendException = new TimeoutException("no broker");

        inbox.turn(consumer);

        assertThat(committed()).isZero();
        assertThat(consumer.position(PARTITION)).isZero();
        assertThat(inbox.health()).isEqualTo(
                new Health.Waiting("the inbox, until Kafka takes its articles: no answer"));
        assertThat(kafka.trouble.health())
                .isEqualTo(new Health.Waiting("Kafka does not take articles: no answer"));

        kafka.producer.sendException = null;
        add(0, "", "{\"headline\":\"One\"}");
        add(1, "", "{\"headline\":\"Two\"}");
        inbox.turn(consumer);

        assertThat(kafka.raw()).extracting("headline").containsExactly("One", "Two");
        assertThat(committed()).isEqualTo(2);
        assertThat(kafka.trouble.health()).isEqualTo(Health.UP);
        kafka.check(counts -> assertThat(counts).containsExactly(2, 2, 0, 0));
    }

    @Test
    void goesOnAfterAPollThatFails() throws Exception {
        consumer.setPollException(new KafkaException("not now"));
        inbox.turn(consumer);
        assertThat(inbox.health()).isInstanceOf(Health.Waiting.class);

        add(0, "", "{\"headline\":\"One\"}");
        inbox.turn(consumer);

        assertThat(committed()).isEqualTo(1);
        assertThat(inbox.health()).isEqualTo(Health.UP);
    }

    @Test
    @Timeout(10)
    void saysThatADefectEndedIt() {
        InboxLoop loop = new InboxLoop(() -> {
            throw new IllegalStateException("a defect");
        }, kafka.intake, kafka.count, () -> true, Duration.ofMillis(1));

        loop.start();
        while (loop.health() instanceof Health.Waiting) {
            Thread.onSpinWait();
        }
        loop.close();

        assertThat(loop.health()).isEqualTo(
                new Health.Failed("inbox no longer read: java.lang.IllegalStateException: a defect"));
    }

    @Test
    void stopsWhileItPolls() {
        MockConsumer<byte[], byte[]> idle = new MockConsumer<>("earliest");
        InboxLoop loop = new InboxLoop(() -> idle, kafka.intake, kafka.count, () -> true, Duration.ofMillis(1));

        loop.start();
        loop.close();

        assertThat(loop.health()).isNotInstanceOf(Health.Failed.class);
    }

    private void turn(InboxLoop loop) {
        try {
            loop.turn(consumer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
