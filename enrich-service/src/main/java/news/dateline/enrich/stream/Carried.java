package news.dateline.enrich.stream;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import news.dateline.contract.ArticleHeaders;
import news.dateline.contract.EnrichedArticle;
import news.dateline.contract.Topics;
import news.dateline.enrich.stream.Arrival.Bytes;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * A labelled article on its way through the repartitions: written as JSON once, and read again only where it has to be
 * changed. What the way itself asks stands beside the JSON; the record's headers describe it from the beginning.
 */
record Carried(String articleId, long revision, String textFingerprint, Instant receivedAt, Bytes json) {
    /** No JSON begins with it. */
    private static final byte MARK = 1;
    private static final int ROOM_BESIDE_JSON = 256;

    static Carried of(EnrichedArticle article) {
        return new Carried(article.articleId(), article.revision(), article.textFingerprint(), article.receivedAt(),
                new Bytes(Topics.ENRICHED.value().serializer().serialize(Topics.ENRICHED.name(), article)));
    }

    Carried asDuplicateOf(String original) {
        return of(article(json.value()).asDuplicateOf(original));
    }

    /** As it lies on the topics between. */
    static Serde<Carried> onTheWay() {
        return Serdes.serdeFrom((topic, carried) -> carried == null ? null : carried.withMark(), new FromTheWay());
    }

    /** As consumers get it: the JSON alone. */
    static Serde<Carried> atTheEnd() {
        Serializer<Carried> json = (topic, carried) -> carried == null ? null : carried.json.value();
        return Serdes.serdeFrom(json, (topic, bytes) -> bytes == null ? null : of(article(bytes)));
    }

    private static EnrichedArticle article(byte[] json) {
        return Topics.ENRICHED.value().deserializer().deserialize(Topics.ENRICHED.name(), json);
    }

    private byte[] withMark() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(json.value().length + ROOM_BESIDE_JSON);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(MARK);
            out.writeUTF(articleId);
            out.writeLong(revision);
            out.writeUTF(textFingerprint);
            out.writeLong(receivedAt.getEpochSecond());
            out.writeInt(receivedAt.getNano());
            out.write(json.value());
        } catch (IOException e) {
            throw new UncheckedIOException("memory can't be written to", e);
        }
        return bytes.toByteArray();
    }

    /** Reads what an older version put on the way as well: JSON alone, with no headers that describe it. */
    private static final class FromTheWay implements Deserializer<Carried> {
        @Override
        public Carried deserialize(String topic, byte[] bytes) {
            throw new UnsupportedOperationException("what is carried has headers");
        }

        @Override
        public Carried deserialize(String topic, Headers headers, byte[] bytes) {
            if (bytes == null) {
                return null;
            }
            if (bytes.length == 0 || bytes[0] != MARK) {
                EnrichedArticle article = article(bytes);
                ArticleHeaders.describe(article, headers);
                return of(article);
            }
            try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 1, bytes.length - 1))) {
                return new Carried(in.readUTF(), in.readLong(), in.readUTF(),
                        Instant.ofEpochSecond(in.readLong(), in.readInt()), new Bytes(in.readAllBytes()));
            } catch (IOException e) {
                throw new SerializationException("no article on its way: it is cut off", e);
            }
        }
    }
}
