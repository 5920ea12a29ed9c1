package news.dateline.ingest.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the fields of JSON objects as they come by: what is not asked for is never kept, so that a hostile article costs
 * no more memory than a plain one.
 */
final class JsonFields {
    private static final String WHOLE_NUMBER = "must be a whole number of 0 or more";

    private final JsonParser parser;

    JsonFields(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Reads the object at which the parser stands; a field that is null is an absent one.
     *
     * @param path   what stands before the names of its fields
     * @param reader reads the value of the field with that name, or says that it knows no such field
     */
    void object(String path, Predicate<String> reader) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new BrokenRule(path.substring(0, path.length() - 1), "must be an object");
        }
        // Of known fields only, which are few.
        List<String> seen = new ArrayList<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.VALUE_NULL) {
                continue;
            }
            if (!reader.test(name)) {
                parser.skipChildren();
            } else if (seen.contains(name)) {
                throw new BrokenRule(path + name, "must stand only once");
            } else {
                seen.add(name);
            }
        }
    }

    String text(String field) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw new BrokenRule(field, "must be text");
        }
        return parser.getString();
    }

    List<String> texts(String field) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new BrokenRule(field, "must be a list of texts");
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            if (i == FieldRules.LIST_MOST) {
                throw new BrokenRule(field, "must have no more than " + FieldRules.LIST_MOST + " entries");
            }
            String entry = field + "[" + i + "]";
            Optional<String> text = FieldRules.text(entry, text(entry), FieldRules.NAME_MOST);
            text.ifPresent(texts::add);
        }
        return texts;
    }

    long wholeNumber(String field) {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT
                || parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER || parser.getLongValue() < 0) {
            throw new BrokenRule(field, WHOLE_NUMBER);
        }
        return parser.getLongValue();
    }
}
