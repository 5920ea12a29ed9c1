package news.dateline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NinjsArticleTest {
    private static final Path SCHEMA = Path.of("../../shared/data/iptc/ninjs-schema_3.1.json");

    static Stream<String> articles() {
        return Stream.of(NinjsArticle.of(Articles.labelled("Harbour reopens", "Harbour Courier", "Ports")),
                NinjsArticle.of(Articles.inUnknownLanguage()), NinjsArticle.of(Articles.withheld()),
                NinjsArticle.canceled("0123456789abcdef0123456789abcdef"));
    }

    @ParameterizedTest
    @MethodSource("articles")
    void isValidByTheStandardsOwnSchema(String article) throws IOException {
        assumeTrue(Files.exists(SCHEMA), "skipped: ../shared/data/iptc is not beside the repository");
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA));

        List<Error> errors = schema.validate(JsonMapper.shared().readTree(article));

        assertThat(errors).isEmpty();
    }

    @Test
    void givesSectionsTheirMediaTopicAndTagsTheirRule() {
        JsonNode subjects = JsonMapper.shared()
                .readTree(NinjsArticle.of(Articles.labelled("Harbour reopens", "Courier", "Ports"))).path("subjects");

        assertThat(subjects.valueStream().map(subject -> subject.path("uri").asString())).containsExactly(
                "http://cv.iptc.org/newscodes/mediatopic/11000000", "urn:dateline:section:Harbours",
                "urn:dateline:rule:harbours");
        assertThat(subjects.path(0).path("confidence").asInt()).isEqualTo(81);
    }
}
