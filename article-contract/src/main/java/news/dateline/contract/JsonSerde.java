package news.dateline.contract;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/**
 * Reads and writes one of the contract's records as UTF-8 JSON; null stays null, the tombstone.
 *
 * <p>Bytes that are no such record give a {@link SerializationException} that names the place and never quotes the text.
 */
public final class JsonSerde<T> implements Serde<T> {
    private final Class<T> type;
    private final ObjectReader reader;
    private final ObjectWriter writer;

    public JsonSerde(Class<T> type) {
        this.type = type;
        this.reader = ContractJson.mapper().readerFor(type);
        this.writer = ContractJson.mapper().writerFor(type);
    }

    @Override
    public Serializer<T> serializer() {
        return (topic, value) -> value == null ? null : writer.writeValueAsBytes(value);
    }

    @Override
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> bytes == null ? null : read(bytes);
    }

    private T read(byte[] bytes) {
        try {
            T value = reader.readValue(bytes);
            if (value == null) {
                throw new SerializationException("no " + type.getSimpleName() + ": the value is JSON's null");
            }
            return value;
        } catch (JacksonException e) {
            throw new SerializationException("no " + type.getSimpleName() + ": " + place(e));
        }
    }

    /** Jackson's own message quotes the source, and an article's text belongs in no log: only the place is kept. */
    private static String place(JacksonException e) {
        String path = e.getPathReference();
        String at = e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
        String cause = e.getCause() instanceof IllegalArgumentException rule ? rule.getMessage() : "not readable";
        return cause + (path == null || path.isEmpty() ? "" : " (" + path + ")") + at;
    }
}
