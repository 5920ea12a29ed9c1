package news.dateline.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Records, schemas and golden files say the same. */
class ContractFilesTest {
    private static final SchemaRegistry SCHEMAS = SchemaRegistry
            .withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    static Stream<Arguments> records() {
        return Stream.of(Arguments.of("raw-article", RawArticle.class),
                Arguments.of("enriched-article", EnrichedArticle.class), Arguments.of("tag-rule", TagRule.class),
                Arguments.of("rejected-act", RejectedAct.class),
                Arguments.of("feed", Feed.class), Arguments.of("feed-status", FeedStatus.class),
                Arguments.of("feed-notice", FeedNotice.class));
    }

    @ParameterizedTest
    @MethodSource("records")
    void readsAndWritesTheGoldenFilesUnchanged(String name, Class<?> type) {
        for (String size : List.of("fullest", "smallest")) {
            ObjectNode golden = Golden.record(name + "-" + size);

            JsonNode written = ContractJson.mapper().readTree(throughSerde(type, golden));

            assertThat(written).isEqualTo(golden);
            assertThat(written.propertyNames()).containsExactlyElementsOf(golden.propertyNames());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"raw-article", "enriched-article", "tag-rule", "rejected-act", "pushed-article", "feed",
            "feed-status", "feed-notice"})
    void goldenFilesAreValidBySchema(String name) {
        for (String size : List.of("fullest", "smallest")) {
            assertThat(errors(name, Golden.record(name + "-" + size))).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void schemaHasThePropertiesTypesAndWordsOfTheRecord(String name, Class<?> type) {
        assertThat(SchemaShape.ofSchema(Golden.schema(name))).isEqualTo(SchemaShape.ofRecord(type));
    }

    @ParameterizedTest
    @ValueSource(strings = {"raw-article", "enriched-article", "tag-rule", "rejected-act", "pushed-article", "feed",
            "feed-status", "feed-notice"})
    void fullestGoldenFileHasEveryPropertyOfTheSchema(String name) {
        assertThat(SchemaShape.pathsOfValue(Golden.record(name + "-fullest")))
                .containsExactlyInAnyOrderElementsOf(SchemaShape.ofSchema(Golden.schema(name)).keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"raw-article", "enriched-article", "tag-rule", "rejected-act", "pushed-article", "feed",
            "feed-status", "feed-notice"})
    void everyPropertyOfTheSchemaIsDescribedInOneLine(String name) {
        assertThat(SchemaShape.descriptions(Golden.schema(name)).values())
                .allSatisfy(description -> assertThat(description).isNotBlank().doesNotContain("\n").endsWith("."));
    }

    @ParameterizedTest
    @MethodSource("records")
    void recordNeedsExactlyWhatTheSchemaRequires(String name, Class<?> type) {
        List<String> required = Golden.schema(name).get("required").valueStream().map(JsonNode::asString).toList();
        ObjectNode fullest = Golden.record(name + "-fullest");
        for (String property : List.copyOf(fullest.propertyNames())) {
            ObjectNode without = fullest.deepCopy();
            without.remove(property);
            assertThat(errors(name, without).isEmpty()).as(property).isEqualTo(!required.contains(property));
            if (required.contains(property)) {
                assertThatThrownBy(() -> throughSerde(type, without)).as(property)
                        .isInstanceOf(SerializationException.class);
            } else {
                assertThat(throughSerde(type, without)).as(property).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void readsFieldsThatALaterVersionAdds(String name, Class<?> type) {
        ObjectNode later = Golden.record(name + "-fullest").put("addedLater", "x");

        JsonNode written = ContractJson.mapper().readTree(throughSerde(type, later));

        assertThat(errors(name, later)).isEmpty();
        assertThat(written).isEqualTo(Golden.record(name + "-fullest"));
    }

    private static List<Error> errors(String name, JsonNode value) {
        return SCHEMAS.getSchema(Golden.schema(name)).validate(value,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static <T> byte[] throughSerde(Class<T> type, ObjectNode value) {
        JsonSerde<T> serde = new JsonSerde<>(type);
        T read = serde.deserializer().deserialize("t", ContractJson.mapper().writeValueAsBytes(value));
        return serde.serializer().serialize("t", read);
    }
}
