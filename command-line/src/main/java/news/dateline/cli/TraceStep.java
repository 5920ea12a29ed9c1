package news.dateline.cli;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.dateline.contract.EnrichedArticle;
import news.dateline.contract.Origin;
import news.dateline.contract.RawArticle;
import news.dateline.contract.Rejection;
import news.dateline.contract.Topics;
import news.dateline.contract.TraceContext;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A place where an article stood on its way.
 *
 * @param time      by Dateline's clock
 * @param step      inbox, raw, enriched, rejected or stored
 * @param place     of its record; of a row there is none
 * @param articleId empty where none was known yet
 * @param traceId   empty where it has none
 * @param outcome   what became of it there, as it is counted
 * @param detail    more, for people
 * @param origin    where it had stood before, as its record says
 */
record TraceStep(Instant time, String step, Optional<Origin> place, String articleId, String traceId, String outcome,
        String detail, Origin origin) {

    /** A record of one of Dateline's topics. */
    static TraceStep of(ConsumerRecord<String, byte[]> entry) {
        Instant written = Instant.ofEpochMilli(entry.timestamp());
        return switch (entry.topic()) {
            case "news.articles.raw" -> raw(entry, written);
            case "news.articles.enriched" -> enriched(entry, written);
            case "news.articles.rejected" -> rejected(entry, written);
            default -> at(entry, written, "inbox", "accepted", "", Origin.HTTP);
        };
    }

    private static TraceStep raw(ConsumerRecord<String, byte[]> entry, Instant written) {
        try {
            RawArticle raw = Topics.RAW.value().deserializer().deserialize(entry.topic(), entry.value());
            Origin origin = Origin.read(entry.headers());
            String own = raw == null
                    ? "no value"
                    : Stream.of(raw.revision().map(number -> "publisher's revision " + number),
                            origin.feed().map(feed -> "from " + feed)).flatMap(Optional::stream)
                            .collect(Collectors.joining(", "));
            return at(entry, raw == null ? written : raw.receivedAt(), "raw", "accepted", own, origin);
        } catch (SerializationException e) {
            return at(entry, written, "raw", "accepted", "no raw article: " + e.getMessage(), Origin.HTTP);
        }
    }

    private static TraceStep enriched(ConsumerRecord<String, byte[]> entry, Instant written) {
        if (entry.value() == null) {
            return at(entry, written, "enriched", "withdrawn", "canceled", Origin.read(entry.headers()));
        }
        try {
            EnrichedArticle article = Topics.ENRICHED.value().deserializer().deserialize(entry.topic(), entry.value());
            String outcome = article.labels().isPresent() ? "enriched" : "withdrawn";
            return at(entry, article.enrichedAt(), "enriched", outcome,
                    "revision " + article.revision() + ", " + article.status().word()
                            + article.duplicateOf().map(first -> ", duplicate of " + first).orElse(""),
                    Origin.read(entry.headers()));
        } catch (SerializationException e) {
            return at(entry, written, "enriched", "enriched", "no enriched article: " + e.getMessage(), Origin.HTTP);
        }
    }

    private static TraceStep rejected(ConsumerRecord<String, byte[]> entry, Instant written) {
        try {
            Rejection why = Rejection.read(entry.headers());
            return at(entry, why.rejectedAt(), "rejected", "rejected",
                    why.reason().word() + " by " + why.service() + ": "
                            + why.field().map(field -> field + " ").orElse("") + why.rule(),
                    why.origin());
        } catch (IllegalArgumentException e) {
            return at(entry, written, "rejected", "rejected", e.getMessage(), Origin.HTTP);
        }
    }

    private static TraceStep at(ConsumerRecord<String, byte[]> entry, Instant time, String step, String outcome,
            String detail, Origin origin) {
        return new TraceStep(time, step,
                Optional.of(Origin.record(entry.topic(), entry.partition(), entry.offset())),
                entry.key() == null || step.equals("inbox") ? "" : entry.key(),
                TraceContext.of(entry.headers()).map(TraceContext::traceId).orElse(""), outcome, detail, origin);
    }

    /** The row of an article, as the read API tells it. */
    static TraceStep stored(JsonNode row) {
        return new TraceStep(Instant.parse(row.path("storedAt").asString()), "stored", Optional.empty(),
                row.path("articleId").asString(), row.path("traceId").asString(""), "stored",
                "revision " + row.path("revision").asLong() + ", " + row.path("status").asString(), Origin.HTTP);
    }

    TraceStep with(String furtherDetail) {
        return new TraceStep(time, step, place, articleId, traceId, outcome,
                detail.isEmpty() ? furtherDetail : detail + "; " + furtherDetail, origin);
    }

    /** {@code topic-partition@offset}. */
    String where() {
        return place.map(record -> record.topic().orElse("") + "-" + record.partition().orElse(0) + "@"
                + record.offset().orElse(0L)).orElse("the store");
    }

    /** The line for people. */
    String text() {
        return "%-24s  %-8s  %-32s  %s".formatted(time.truncatedTo(ChronoUnit.MILLIS), step, where(),
                Console.plain(outcome
                        + (detail.isEmpty() ? "" : ": " + detail)));
    }

    ObjectNode json() {
        ObjectNode json = JsonMapper.shared().createObjectNode().put("time", time.toString()).put("step", step);
        place.ifPresent(record -> json.put("topic", record.topic().orElse(""))
                .put("partition", record.partition().orElse(0)).put("offset", record.offset().orElse(0L)));
        return json.put("articleId", articleId).put("traceId", traceId).put("outcome", outcome).put("detail", detail);
    }

    /** Bytes of an id as keys have them. */
    static byte[] key(String articleId) {
        return articleId.getBytes(StandardCharsets.UTF_8);
    }
}
