package news.dateline.contract;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A record's or a schema's properties, each as path and type: {@code labels.tags[].rule} is {@code string}. */
final class SchemaShape {
    private SchemaShape() {
    }

    static Map<String, String> ofRecord(Class<?> type) {
        Map<String, String> shape = new TreeMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            describe(component.getName(), component.getGenericType(), shape);
        }
        return shape;
    }

    static Map<String, String> ofSchema(JsonNode schema) {
        Map<String, String> shape = new TreeMap<>();
        schema.get("properties").properties().forEach(entry -> describe(entry.getKey(), entry.getValue(), shape));
        return shape;
    }

    static Map<String, String> descriptions(JsonNode schema) {
        Map<String, String> found = new TreeMap<>();
        schema.path("properties").properties().forEach(entry -> {
            JsonNode property = entry.getValue();
            found.put(entry.getKey(), property.path("description").asString(""));
            descriptions(property).forEach((path, text) -> found.put(entry.getKey() + "." + path, text));
            descriptions(property.path("items"))
                    .forEach((path, text) -> found.put(entry.getKey() + "[]." + path, text));
        });
        return found;
    }

    static Set<String> pathsOfValue(JsonNode value) {
        Set<String> paths = new TreeSet<>();
        value.properties().forEach(entry -> {
            paths.add(entry.getKey());
            boolean list = entry.getValue().isArray();
            Stream<JsonNode> inner = list ? entry.getValue().valueStream() : Stream.of(entry.getValue());
            inner.flatMap(node -> pathsOfValue(node).stream())
                    .forEach(path -> paths.add(entry.getKey() + (list ? "[]." : ".") + path));
        });
        return paths;
    }

    private static void describe(String path, Type type, Map<String, String> shape) {
        if (type instanceof ParameterizedType generic) {
            Type inner = generic.getActualTypeArguments()[0];
            if (generic.getRawType() == Optional.class) {
                describe(path, inner, shape);
            } else {
                shape.put(path, "array of " + name((Class<?>) inner));
                ofNested((Class<?>) inner).forEach((child, word) -> shape.put(path + "[]." + child, word));
            }
        } else {
            shape.put(path, name((Class<?>) type));
            ofNested((Class<?>) type).forEach((child, word) -> shape.put(path + "." + child, word));
        }
    }

    private static Map<String, String> ofNested(Class<?> type) {
        return type.isRecord() ? ofRecord(type) : Map.of();
    }

    private static String name(Class<?> type) {
        if (type.isEnum()) {
            return "string of " + Stream.of(type.getEnumConstants())
                    .map(word -> ContractJson.mapper().convertValue(word, String.class)).toList();
        }
        if (type == String.class) {
            return "string";
        }
        if (type == Instant.class) {
            return "string as date-time";
        }
        if (List.of(int.class, long.class, Long.class, Integer.class).contains(type)) {
            return "integer";
        }
        if (type == boolean.class) {
            return "boolean";
        }
        return type == double.class ? "number" : "object";
    }

    private static void describe(String path, JsonNode schema, Map<String, String> shape) {
        String type = schema.get("type").asString();
        if (type.equals("array")) {
            shape.put(path, "array of " + schema.get("items").get("type").asString());
            children(schema.get("items")).forEach((child, word) -> shape.put(path + "[]." + child, word));
            return;
        }
        shape.put(path, type + words(path, schema) + (schema.has("format") ? " as date-time" : ""));
        children(schema).forEach((child, word) -> shape.put(path + "." + child, word));
    }

    private static Map<String, String> children(JsonNode schema) {
        return schema.has("properties") ? ofSchema(schema) : Map.of();
    }

    /** A media type is open text in the record, since others may come, and two words in what is written today. */
    private static String words(String path, JsonNode schema) {
        return schema.has("enum") && !path.equals("mediaType")
                ? " of " + schema.get("enum").valueStream().map(JsonNode::asString).toList()
                : "";
    }
}
