package news.dateline.enrich.stream;

import java.time.Clock;
import java.util.Optional;
import news.dateline.contract.Origin;
import news.dateline.contract.RawArticle;
import news.dateline.contract.Rejection;
import news.dateline.contract.RejectionReason;
import news.dateline.contract.Topics;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Reads a raw article, or rejects bytes that are none with where, when and why; the stream goes on. */
final class ReadRaw extends ContextualFixedKeyProcessor<String, byte[], Arrival> {
    private final Deserializer<RawArticle> deserializer = Topics.RAW.value().deserializer();
    private final Outcomes outcomes;
    private final Clock clock;

    ReadRaw(Outcomes outcomes, Clock clock) {
        this.outcomes = outcomes;
        this.clock = clock;
    }

    @Override
    public void process(FixedKeyRecord<String, byte[]> entry) {
        outcomes.received();
        // Compressed it may have been small enough; as it is here, no topic takes what becomes of it.
        if (entry.value() != null && entry.value().length > Topics.MAX_RECORD_BYTES) {
            reject(entry, RejectionReason.TOO_LARGE,
                    "must be no larger than " + Topics.MAX_RECORD_BYTES + " bytes as a Kafka record", new byte[0]);
            return;
        }
        Optional<String> broken;
        try {
            RawArticle raw = deserializer.deserialize(Topics.RAW.name(), entry.value());
            broken = whyMisplaced(raw, entry.key());
            if (broken.isEmpty()) {
                context().forward(entry.withValue(new Arrival.Received(raw)));
                return;
            }
        } catch (SerializationException e) {
            broken = Optional.of(e.getMessage());
        }
        reject(entry, RejectionReason.NOT_AN_ARTICLE, broken.orElseThrow(), entry.value());
    }

    private void reject(FixedKeyRecord<String, byte[]> entry, RejectionReason reason, String rule, byte[] kept) {
        var place = context().recordMetadata().orElseThrow();
        Origin origin = Origin.record(place.topic(), place.partition(), place.offset());
        outcomes.rejected(
                new Rejection(EnrichTopology.SERVICE, reason, rule, Optional.empty(), origin, Optional.empty(),
                        clock.instant()),
                entry, outcomes.begin("parse-raw", entry, context().recordMetadata()), Optional.empty());
        context().forward(entry.withValue(new Arrival.Rejected(new Arrival.Bytes(kept))));
    }

    /** An article under another key would miss its own revisions, which lie in another partition. */
    private static Optional<String> whyMisplaced(RawArticle raw, String key) {
        if (raw == null) {
            return Optional.of("no RawArticle: the record has no value");
        }
        return raw.articleId().equals(key) ? Optional.empty() : Optional.of("the record's key must be its articleId");
    }
}
