package news.dateline.ingest.format;

import java.util.function.Function;
import news.dateline.contract.RejectionReason;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON of strangers, bounded in depth, in the length of numbers and, where it is kept as a tree, in values. */
final class BoundedJson {
    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 1_000;
    private static final int MOST_VALUES = 100_000;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder().streamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxNumberLength(LONGEST_NUMBER).build()).build())
            .build();

    private BoundedJson() {
    }

    /** What the reader makes of it; what is no JSON is told by its place. */
    static <T> T read(String json, Function<JsonParser, T> reader) {
        try (JsonParser parser = MAPPER.createParser(json)) {
            return reader.apply(parser);
        } catch (StreamConstraintsException e) {
            throw new BrokenRule(RejectionReason.NOT_JSON, "must be nested no deeper than " + DEEPEST
                    + " levels, with no number longer than " + LONGEST_NUMBER + " digits");
        } catch (JacksonException e) {
            throw new BrokenRule(RejectionReason.NOT_JSON, "must be JSON" + place(e.getLocation()));
        }
    }

    /** The whole as a tree: its values are counted before any is kept. */
    static JsonNode tree(String json) {
        int values = read(json, BoundedJson::values);
        if (values == 0) {
            throw new BrokenRule(RejectionReason.NOT_AN_ARTICLE, "must be JSON and not empty");
        }
        return read(json, MAPPER::readTree);
    }

    private static int values(JsonParser parser) {
        int values = 0;
        int depth = 0;
        for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (depth == 0 && values > 0) {
                throw new BrokenRule(RejectionReason.NOT_JSON,
                        "must end after one JSON value; several articles go as application/x-ndjson, one on each line");
            }
            values++;
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (values > MOST_VALUES) {
                throw new BrokenRule(RejectionReason.TOO_LARGE,
                        "must have no more than " + MOST_VALUES + " JSON values");
            }
        }
        return values;
    }

    /** Jackson's own message quotes the text; only the place is told. */
    private static String place(TokenStreamLocation location) {
        if (location == null || location.getColumnNr() < 1) {
            return "";
        }
        String line = location.getLineNr() > 1 ? "line " + location.getLineNr() + ", " : "";
        return " (broken at " + line + "column " + location.getColumnNr() + ")";
    }
}
