package news.dateline.enrich.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.StreamSupport;
import news.dateline.chassis.Metrics;
import news.dateline.chassis.TraceTarget;
import news.dateline.chassis.Traces;
import news.dateline.contract.ArticleHeaders;
import news.dateline.contract.Content;
import news.dateline.contract.Declared;
import news.dateline.contract.EnrichedArticle;
import news.dateline.contract.Labels;
import news.dateline.contract.Origin;
import news.dateline.contract.PublicationStatus;
import news.dateline.contract.RawArticle;
import news.dateline.contract.Rejection;
import news.dateline.contract.RejectionReason;
import news.dateline.contract.Source;
import news.dateline.contract.TagLabel;
import news.dateline.contract.TagRule;
import news.dateline.contract.Topics;
import news.dateline.contract.TraceContext;
import news.dateline.enrich.Edition;
import news.dateline.enrich.Enricher;
import news.dateline.enrich.language.LanguageDetector;
import news.dateline.enrich.section.SectionModel;
import news.dateline.tags.RuleBook;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrichTopologyTest {
    private static final Instant NOON = Instant.parse("2026-11-05T12:00:00Z");
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final Origin INBOX = Origin.record("news.inbox", 3, 17).atLine(2);
    private static final String STORM = "A storm closed the harbour on Tuesday, and ships waited outside for calmer seas. "
            .repeat(4);

    @TempDir
    private Path state;

    private final RuleBook rules = new RuleBook();
    private final Metrics metrics = new Metrics("enrich");
    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> raw;
    private TestOutputTopic<String, EnrichedArticle> enriched;
    private TestOutputTopic<String, byte[]> rejected;

    @BeforeEach
    void start() throws Exception {
        rules.put(new TagRule(1, "storms", 4, "Storms", "storm", Optional.empty(), Optional.empty(), "", "", NOON));
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new TopologyTestDriver(topology(), properties);
        raw = driver.createInputTopic(Topics.RAW.name(), new StringSerializer(), new ByteArraySerializer());
        enriched = driver.createOutputTopic(Topics.ENRICHED.name(), new StringDeserializer(),
                Topics.ENRICHED.value().deserializer());
        rejected = driver.createOutputTopic(Topics.REJECTED.name(), new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private Topology topology() {
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        return EnrichTopology.of(
                new Enricher(new LanguageDetector(), SectionModel.bundled(), new Edition.OfPublisher(), rules, clock),
                metrics, Traces.of("enrich", TraceTarget.NONE), clock);
    }

    @AfterEach
    void everyRecordHadExactlyOneOutcome() {
        driver.close();
        rules.close();
        long outcomes = List.of("enriched", "unchanged", "superseded", "withdrawn", "rejected").stream()
                .mapToLong(metrics::outcomeCount).sum();
        assertThat(outcomes).isEqualTo(metrics.receivedCount());
    }

    @Test
    void describesItselfAsTheGoldenFileDoes() throws IOException {
        try (InputStream golden = getClass().getResourceAsStream("/golden/topology.txt")) {
            assertThat(topology().describe().toString()).isEqualTo(new String(golden.readAllBytes(), UTF_8));
        }
    }

    @Test
    void labelsAnArticleAndDescribesItInHeaders() {
        push(article("a1", "Harbour closed", STORM));

        TestRecord<String, EnrichedArticle> entry = enriched.readRecord();
        Labels labels = entry.value().labels().orElseThrow();
        assertThat(entry.key()).isEqualTo("a1");
        assertThat(labels.language()).contains("en");
        assertThat(labels.tags()).extracting(TagLabel::tag, TagLabel::rule, TagLabel::ruleVersion, TagLabel::matched)
                .containsExactly(tuple("Storms", "storms", 4, List.of("storm")));
        assertThat(header(entry, ArticleHeaders.TAG)).containsExactly("Storms");
        assertThat(header(entry, ArticleHeaders.REVISION)).containsExactly("1");
        assertThat(header(entry, ArticleHeaders.STATUS)).containsExactly("usable");
        assertThat(header(entry, ArticleHeaders.LANGUAGE)).containsExactly("en");
    }

    @Test
    void laterTextIsTheNextRevision() {
        push(article("a1", "Harbour closed", STORM));
        push(article("a1", "Harbour reopens", STORM));

        assertThat(enriched.readValuesToList()).extracting(EnrichedArticle::revision).containsExactly(1L, 2L);
    }

    @Test
    void rejectsWithoutItsBytesARecordThatNoTopicTakes() {
        raw.pipeInput("a1", new byte[Topics.MAX_RECORD_BYTES + 1]);

        TestRecord<String, byte[]> letter = rejected.readRecord();
        assertThat(letter.value()).isEmpty();
        assertThat(Rejection.read(letter.headers()))
                .returns(RejectionReason.TOO_LARGE, Rejection::reason)
                .returns("must be no larger than 8388608 bytes as a Kafka record", Rejection::rule);
    }

    @Test
    void sameArticleTwiceIsWrittenOnce() {
        push(article("a1", "Harbour closed", STORM));
        push(article("a1", "Harbour closed", STORM));

        assertThat(enriched.readValuesToList()).hasSize(1);
        assertThat(metrics.outcomeCount("unchanged")).isEqualTo(1);
    }

    @Test
    void sameTextUnderAnotherIdIsMarkedAsDuplicateOfTheFirst() {
        push(article("a1", "Harbour closed", STORM));
        push(article("a2", "Harbour closed", STORM));

        assertThat(enriched.readValuesToList()).extracting(EnrichedArticle::duplicateOf)
                .containsExactly(Optional.empty(), Optional.of("a1"));
    }

    @Test
    void cancellationIsATombstoneAndNothingComesAfterIt() {
        push(article("a1", "Harbour closed", STORM));
        push(takedown("a1", PublicationStatus.CANCELED));
        push(article("a1", "Harbour reopens", STORM));

        List<TestRecord<String, EnrichedArticle>> entries = enriched.readRecordsToList();
        assertThat(entries).hasSize(2);
        assertThat(entries.get(1).value()).isNull();
        assertThat(header(entries.get(1), ArticleHeaders.STATUS)).containsExactly("canceled");
    }

    @Test
    void withheldArticleLosesItsTextAndLabels() {
        push(article("a1", "Harbour closed", STORM));
        push(takedown("a1", PublicationStatus.WITHHELD));

        EnrichedArticle notice = enriched.readValuesToList().get(1);
        assertThat(notice.status()).isEqualTo(PublicationStatus.WITHHELD);
        assertThat(notice.headline() + notice.body()).isEmpty();
        assertThat(notice.labels()).isEmpty();
        assertThat(notice.declared()).isEqualTo(Declared.NOTHING);
    }

    @Test
    void bytesThatAreNoArticleAreRejectedWithOriginAndTheStreamGoesOn() {
        raw.pipeInput("x", "{\"articleId\":".getBytes(UTF_8));
        push(article("a1", "Harbour closed", STORM));

        TestRecord<String, byte[]> entry = rejected.readRecord();
        Rejection rejection = Rejection.read(entry.headers());
        assertThat(entry.value()).asString(UTF_8).isEqualTo("{\"articleId\":");
        assertThat(rejection.reason()).isEqualTo(RejectionReason.NOT_AN_ARTICLE);
        assertThat(rejection.origin().topic()).contains(Topics.RAW.name());
        assertThat(rejection.origin().offset()).contains(0L);
        assertThat(rejection.rejectedAt()).isEqualTo(NOON);
        assertThat(enriched.readValuesToList()).hasSize(1);
    }

    @Test
    void articleThatCanNotBeEnrichedIsRejectedAndItsTextMayComeAgain() {
        // A closed book stands for any defect in a step.
        rules.close();
        push(article("a1", "Harbour closed", STORM));
        push(article("a1", "Harbour closed", STORM));

        List<TestRecord<String, byte[]>> entries = rejected.readRecordsToList();
        assertThat(entries).hasSize(2)
                .allSatisfy(entry -> assertThat(Rejection.read(entry.headers()).reason())
                        .isEqualTo(RejectionReason.NOT_ENRICHABLE));
        assertThat(Topics.RAW.value().deserializer().deserialize(Topics.RAW.name(), entries.get(0).value()).articleId())
                .isEqualTo("a1");
        assertThat(enriched.isEmpty()).isTrue();
    }

    @Test
    void articleUnderAnotherKeyIsRejected() {
        raw.pipeInput("other", bytes(article("a1", "Harbour closed", STORM)));

        assertThat(Rejection.read(rejected.readRecord().headers()).rule()).contains("key");
    }

    @Test
    void recordWithoutAValueIsRejected() {
        raw.pipeInput("a1", (byte[]) null);

        assertThat(rejected.readRecord().value()).isEmpty();
    }

    @Test
    void traceAndOriginGoOnWithWhateverComesOut() {
        RawArticle article = article("a1", "Harbour closed", STORM);
        pushTraced(article.articleId(), bytes(article));
        pushTraced("a2", bytes(article("a2", "Harbour closed", STORM)));
        pushTraced("a1", bytes(takedown("a1", PublicationStatus.CANCELED)));
        pushTraced("x", "{".getBytes(UTF_8));
        rules.close();
        pushTraced("a3", bytes(article("a3", "Harbour closed", STORM)));

        assertThat(enriched.readRecordsToList()).hasSize(3)
                .allSatisfy(entry -> assertThat(header(entry, TraceContext.HEADER)).containsExactly(TRACE))
                .allSatisfy(entry -> assertThat(Origin.read(entry.headers())).isEqualTo(INBOX));
        assertThat(rejected.readRecordsToList()).hasSize(2)
                .allSatisfy(entry -> assertThat(header(entry, TraceContext.HEADER)).containsExactly(TRACE))
                .allSatisfy(entry -> assertThat(Rejection.read(entry.headers()).origin().topic())
                        .contains(Topics.RAW.name()));
    }

    private void pushTraced(String key, byte[] value) {
        Headers headers = new RecordHeaders();
        TraceContext.put(TRACE, headers);
        INBOX.addTo(headers);
        raw.pipeInput(new TestRecord<>(key, value, headers, NOON));
    }

    private void push(RawArticle article) {
        raw.pipeInput(article.articleId(), bytes(article));
    }

    private static byte[] bytes(RawArticle article) {
        return Topics.RAW.value().serializer().serialize(Topics.RAW.name(), article);
    }

    private static List<String> header(TestRecord<?, ?> entry, String key) {
        return StreamSupport.stream(entry.headers().headers(key).spliterator(), false)
                .map(header -> new String(header.value(), UTF_8)).toList();
    }

    private static RawArticle article(String id, String headline, String text) {
        return raw(id, headline, new Content(Content.PLAIN, text), PublicationStatus.USABLE);
    }

    private static RawArticle takedown(String id, PublicationStatus status) {
        return raw(id, "", Content.NONE, status);
    }

    private static RawArticle raw(String id, String headline, Content content, PublicationStatus status) {
        return new RawArticle(1, id, Optional.empty(), Optional.of("https://quay-post.example/" + id),
                new Source("Quay Post", Optional.empty()), headline, "", content, List.of(), Declared.NOTHING,
                Optional.empty(), status, Optional.of(NOON), Optional.empty(), NOON);
    }
}
