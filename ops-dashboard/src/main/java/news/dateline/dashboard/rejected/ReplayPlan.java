package news.dateline.dashboard.rejected;

import java.util.Optional;
import news.dateline.contract.ArticleHeaders;
import news.dateline.contract.EnrichedArticle;
import news.dateline.contract.HeaderText;
import news.dateline.contract.Origin;
import news.dateline.contract.RawArticle;
import news.dateline.contract.RecordPlace;
import news.dateline.contract.ReplayHeaders;
import news.dateline.contract.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;

/** What a replay would write and where, or why it writes nothing. */
sealed interface ReplayPlan {
    /** After so many replays the same bytes are refused: they would only be rejected again. */
    int MOST_REPLAYS = 3;

    /** It writes this record, the bytes having been replayed so often with it. */
    record Write(ProducerRecord<String, byte[]> entry, int replays) implements ReplayPlan {}

    /** It writes nothing: why, in one line. */
    record Refused(String why) implements ReplayPlan {}

    /**
     * The plan for a rejected article.
     *
     * @param letter its record
     * @param edited bytes in place of its own
     * @param read   reads what stands around its origin
     */
    static ReplayPlan of(RejectedArticle article, ConsumerRecord<String, byte[]> letter, Optional<byte[]> edited,
            RejectedBytes read) {
        byte[] bytes = edited.orElse(letter.value());
        if (bytes == null || bytes.length == 0) {
            return new Refused("its bytes were not kept");
        }
        int replays = edited.isPresent() ? 1 : 1 + replaysSoFar(article, read);
        if (replays > MOST_REPLAYS) {
            return new Refused(
                    "replayed " + MOST_REPLAYS + " times already, and rejected each time: edit or discard it");
        }
        return switch (article.service()) {
            case "ingest" -> isCut(article) && edited.isEmpty()
                    ? new Refused("too large: only its beginning was kept")
                    : inbox(article, bytes, replays);
            case "enrich" -> raw(article, bytes, replays);
            case "sink" -> enriched(article, bytes, replays, read);
            default -> new Refused("its headers do not say who rejected it");
        };
    }

    /** Who wrote the replay is told by the rejected article's own headers, or by those of the record that it was read from. */
    private static int replaysSoFar(RejectedArticle article, RejectedBytes read) {
        return Math.max(article.replays(), origin(article.origin()).flatMap(read::at)
                .map(entry -> ReplayHeaders.replays(entry.headers())).orElse(0));
    }

    private static Optional<RecordPlace> origin(Origin origin) {
        return origin.topic().flatMap(topic -> origin.partition()
                .flatMap(partition -> origin.offset().map(offset -> new RecordPlace(topic, partition, offset))));
    }

    private static boolean isCut(RejectedArticle article) {
        return article.reason().equals("too-large");
    }

    /** As a push: ingest reads it as it read it the first time. */
    private static ReplayPlan inbox(RejectedArticle article, byte[] bytes, int replays) {
        ProducerRecord<String, byte[]> entry = record(Topics.INBOX.name(), null, bytes, article, replays);
        article.mediaType()
                .ifPresent(type -> HeaderText.add(entry.headers(), ArticleHeaders.CONTENT_TYPE, type));
        return new Write(entry, replays);
    }

    private static ReplayPlan raw(RejectedArticle article, byte[] bytes, int replays) {
        try {
            RawArticle raw = Topics.RAW.value().deserializer().deserialize(Topics.RAW.name(), bytes);
            return new Write(record(Topics.RAW.name(), raw.articleId(), bytes, article, replays), replays);
        } catch (SerializationException e) {
            return new Refused(e.getMessage() + ": it would be rejected again");
        }
    }

    /** The topic has the current state of each article, so an earlier one must not come after it. */
    private static ReplayPlan enriched(RejectedArticle article, byte[] bytes, int replays, RejectedBytes read) {
        try {
            EnrichedArticle enriched = Topics.ENRICHED.value().deserializer().deserialize(Topics.ENRICHED.name(),
                    bytes);
            Optional<RecordPlace> origin = origin(article.origin());
            if (origin.isEmpty() || !origin.get().topic().equals(Topics.ENRICHED.name())) {
                return new Refused("it does not say where it stood in " + Topics.ENRICHED.name());
            }
            if (read.isSuperseded(origin.get(), enriched.articleId())) {
                return new Refused("the article has a later record in " + Topics.ENRICHED.name());
            }
            ProducerRecord<String, byte[]> entry = record(Topics.ENRICHED.name(), enriched.articleId(), bytes, article,
                    replays);
            ArticleHeaders.describe(enriched, entry.headers());
            return new Write(entry, replays);
        } catch (SerializationException e) {
            return new Refused(e.getMessage() + ": it would be rejected again");
        }
    }

    private static ProducerRecord<String, byte[]> record(String topic, String key, byte[] bytes,
            RejectedArticle article, int replays) {
        ProducerRecord<String, byte[]> entry = new ProducerRecord<>(topic, key, bytes);
        ReplayHeaders.describe(replays, article.place(), entry.headers());
        return entry;
    }
}
