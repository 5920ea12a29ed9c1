package news.dateline.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The files that hold the contract still: golden records and the schemas. */
final class Golden {
    private Golden() {
    }

    static ObjectNode record(String name) {
        return (ObjectNode) tree("/golden/" + name + ".json");
    }

    static ObjectNode schema(String name) {
        return (ObjectNode) tree("/schemas/" + name + ".schema.json");
    }

    private static JsonNode tree(String resource) {
        try (InputStream file = Golden.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("no " + resource);
            }
            return ContractJson.mapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
