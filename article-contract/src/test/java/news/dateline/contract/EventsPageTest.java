package news.dateline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The page that documents the topics names everything that travels. */
class EventsPageTest {
    private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)\n```", Pattern.DOTALL);
    private static String page;

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(Path.of("../docs/events.md"));
    }

    static Stream<Arguments> values() {
        return Stream.of(Arguments.of(Topics.INBOX, "pushed-article"), Arguments.of(Topics.RAW, "raw-article"),
                Arguments.of(Topics.ENRICHED, "enriched-article"), Arguments.of(Topics.RULES, "tag-rule"),
                Arguments.of(Topics.REJECTED_ACTS, "rejected-act"),
                Arguments.of(Topics.FEEDS, "feed"), Arguments.of(Topics.FEEDS_STATUS, "feed-status"),
                Arguments.of(Topics.FEEDS_NOTICES, "feed-notice"));
    }

    static Stream<Topic<?, ?>> topics() {
        return Topics.all().stream();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void givesEveryTopicWithItsSettings(Topic<?, ?> topic) {
        String row = page.lines().filter(line -> line.startsWith("| [`" + topic.name() + "`]")).findFirst()
                .orElseThrow();

        assertThat(row).contains("| " + topic.settings().get("cleanup.policy") + " |")
                .endsWith("| " + topic.partitions() + " |");
        Stream.of("retention.ms", "delete.retention.ms").map(topic.settings()::get).flatMap(Stream::ofNullable)
                .map(millis -> Duration.ofMillis(Long.parseLong(millis)).toDays() + " days")
                .forEach(days -> assertThat(row).contains(days));
        assertThat(section(topic)).contains("Key: ", "ritten by", "read by");
    }

    @ParameterizedTest
    @MethodSource("values")
    void givesEveryFieldOfEveryValue(Topic<?, ?> topic, String schema) {
        assertThat(section(topic)).contains(SchemaShape.ofSchema(Golden.schema(schema)).keySet().stream()
                .map(path -> "\n| `" + path + "`").toList());
    }

    @ParameterizedTest
    @MethodSource("values")
    void givesTheGoldenFileAsExample(Topic<?, ?> topic, String golden) {
        Matcher example = EXAMPLE.matcher(section(topic));

        assertThat(example.find()).isTrue();
        assertThat(ContractJson.mapper().readTree(example.group(1))).isEqualTo(Golden.record(golden + "-fullest"));
    }

    @Test
    void givesEveryHeader() {
        Headers rejected = new RecordHeaders();
        Headers fromFeed = new RecordHeaders();
        new Rejection("sink", RejectionReason.NOT_STORABLE, "", Optional.of("f"),
                Origin.record("t", 0, 0).atLine(1), Optional.of("text/plain"), Instant.EPOCH).addTo(rejected);
        Origin.feed("https://a.example/feed").addTo(fromFeed);
        Headers enriched = new RecordHeaders();
        ArticleHeaders.describe(ContractJson.mapper().treeToValue(Golden.record("enriched-article-fullest"),
                EnrichedArticle.class), enriched);

        assertThat(section(Topics.REJECTED)).contains(rows(rejected)).contains(rows(fromFeed));
        assertThat(section(Topics.ENRICHED)).contains(rows(enriched));
    }

    @Test
    void givesEveryWord() {
        assertThat(section(Topics.REJECTED))
                .contains(Stream.of(RejectionReason.values()).map(reason -> "| `" + reason.word() + "` |").toList());
        assertThat(section(Topics.ENRICHED))
                .contains(Stream.of(SectionOutcome.values()).map(outcome -> "`" + outcome.word() + "`").toList())
                .contains(Stream.of(PublicationStatus.values()).map(status -> "`" + status.word() + "`").toList());
        assertThat(section(Topics.FEEDS_STATUS))
                .contains(Stream.of(FeedHealth.values()).map(state -> "| `" + state.word() + "` |").toList());
        assertThat(section(Topics.FEEDS_NOTICES))
                .contains(Stream.of(NoticeKind.values()).map(kind -> "`" + kind.word() + "`").toList());
    }

    private static String section(Topic<?, ?> topic) {
        return Stream.of(page.split("\n## ")).filter(section -> section.startsWith(topic.name() + "\n")).findFirst()
                .orElseThrow();
    }

    private static List<String> rows(Headers headers) {
        return Stream.of(headers.toArray()).map(Header::key).map(key -> "| `" + key + "`").toList();
    }
}
