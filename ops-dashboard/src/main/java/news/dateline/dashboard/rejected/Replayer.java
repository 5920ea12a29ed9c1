package news.dateline.dashboard.rejected;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import news.dateline.contract.KafkaAnswer;
import news.dateline.contract.RecordPlace;
import news.dateline.contract.RejectedAct;
import news.dateline.contract.RejectedActKind;
import news.dateline.contract.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Replays and discards rejected articles, one at a time.
 *
 * <p>The replay is written first and the act after Kafka has acknowledged it: killed between, the article is still open and may be
 * replayed again, which changes nothing, since it has the same id. The other way round it could be lost.
 */
public final class Replayer implements AutoCloseable {
    /** As many are replayed with one request; whoever has more asks again. */
    static final int MOST_AT_ONCE = 500;

    private final Map<String, String> kafka;
    private final RejectedArticles articles;
    private final InstantSource clock;
    private Optional<Producer<String, byte[]>> producer = Optional.empty();

    public Replayer(Map<String, String> kafka, RejectedArticles articles, InstantSource clock) {
        this.kafka = Map.copyOf(kafka);
        this.articles = articles;
        this.clock = clock;
    }

    /** Who acts and why; either may be empty. */
    record Who(String author, String note) {}

    /** What became of a request for one article. */
    sealed interface Answer {
        /** It was done. */
        record Done(RejectedAct act) implements Answer {}

        /** Nothing was done: why, in one line. */
        record Refused(String why) implements Answer {}
    }

    /**
     * What became, or would become, of many.
     *
     * @param matching articles that are open and fit
     * @param replayed of those
     * @param refused  how many for each reason
     * @param left     that one request does not reach
     */
    record Many(long matching, int replayed, Map<String, Integer> refused, long left) {}

    /** The record of a rejected article; empty where the topic has it no more. */
    synchronized Optional<ConsumerRecord<String, byte[]>> letter(RecordPlace place) {
        try (RejectedBytes read = new RejectedBytes(kafka)) {
            return read.at(place);
        }
    }

    /** What a replay of it would do. */
    synchronized ReplayPlan plan(RejectedArticle article, ConsumerRecord<String, byte[]> letter) {
        try (RejectedBytes read = new RejectedBytes(kafka)) {
            return ReplayPlan.of(article, letter, Optional.empty(), read);
        }
    }

    /** Replays an article, or other bytes in its place. */
    synchronized Answer replay(RejectedArticle article, Optional<byte[]> edited, Who who) {
        try (RejectedBytes read = new RejectedBytes(kafka)) {
            return switch (planned(article, edited, read)) {
                case ReplayPlan.Refused(String why) -> new Answer.Refused(why);
                case ReplayPlan.Write write -> new Answer.Done(replayed(article, write, edited.isPresent(), who));
            };
        }
    }

    private static ReplayPlan planned(RejectedArticle article, Optional<byte[]> edited, RejectedBytes read) {
        return read.at(article.place()).map(letter -> ReplayPlan.of(article, letter, edited, read))
                .orElse(new ReplayPlan.Refused("its bytes are no longer in Kafka"));
    }

    private RejectedAct replayed(RejectedArticle article, ReplayPlan.Write write, boolean edited, Who who) {
        RecordMetadata written = written(write.entry());
        RecordPlace to = new RecordPlace(written.topic(), written.partition(), written.offset());
        return acted(article, edited ? RejectedActKind.EDITED : RejectedActKind.REPLAYED, Optional.of(to),
                write.replays(), who);
    }

    /** Replays those that are open and fit, the oldest first. */
    synchronized Many replayMany(RejectedArticles.Filter filter, boolean dryRun, Who who) {
        var open = new RejectedArticles.Filter(filter.service(), filter.reason(), true);
        long matching = articles.count(open);
        List<RejectedArticles.Entry> reached = articles.list(open, RejectedArticles.MOST).reversed().stream()
                .limit(MOST_AT_ONCE).toList();
        int replayed = 0;
        Map<String, Integer> refused = new TreeMap<>();
        try (RejectedBytes read = new RejectedBytes(kafka)) {
            for (RejectedArticles.Entry entry : reached) {
                switch (planned(entry.article(), Optional.empty(), read)) {
                    case ReplayPlan.Refused(String why) -> refused.merge(why, 1, Integer::sum);
                    case ReplayPlan.Write write -> {
                        if (!dryRun) {
                            replayed(entry.article(), write, false, who);
                        }
                        replayed++;
                    }
                }
            }
        }
        return new Many(matching, replayed, refused, matching - reached.size());
    }

    /** Leaves an article rejected for good. */
    synchronized RejectedAct discard(RejectedArticle article, Who who) {
        return acted(article, RejectedActKind.DISCARDED, Optional.empty(), 0, who);
    }

    private RejectedAct acted(RejectedArticle article, RejectedActKind kind, Optional<RecordPlace> to, int replays,
            Who who) {
        RejectedAct act = new RejectedAct(RejectedAct.SCHEMA_VERSION, article.place(), kind, article.articleId(), to,
                replays, who.author(), who.note(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        written(new ProducerRecord<>(Topics.REJECTED_ACTS.name(), article.place().text(),
                Topics.REJECTED_ACTS.value().serializer().serialize(Topics.REJECTED_ACTS.name(), act)));
        articles.acted(act);
        return act;
    }

    private RecordMetadata written(ProducerRecord<String, byte[]> entry) {
        Producer<String, byte[]> writer = producer.orElseGet(this::open);
        producer = Optional.of(writer);
        try {
            return KafkaAnswer.of(writer.send(entry));
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private Producer<String, byte[]> open() {
        Map<String, Object> properties = new HashMap<>(Map.of("client.id", "dateline-dashboard", "max.block.ms", 5_000,
                "delivery.timeout.ms", 15_000, "request.timeout.ms", 10_000, "linger.ms", 0, "buffer.memory",
                2L * Topics.MAX_ENRICHED_BYTES));
        properties.putAll(kafka);
        properties.putAll(Map.of("acks", "all", "enable.idempotence", true, "max.request.size",
                Topics.MAX_ENRICHED_BYTES));
        return new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer());
    }

    @Override
    public synchronized void close() {
        producer.ifPresent(Producer::close);
    }
}
