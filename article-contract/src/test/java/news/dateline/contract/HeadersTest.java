package news.dateline.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {
    private static final Instant TIME = Instant.parse("2026-11-14T07:31:00.004Z");

    @Test
    void rejectionComesBackFromItsHeaders() {
        Rejection fullest = new Rejection("ingest", RejectionReason.INVALID_FIELD, "status must be one of …",
                Optional.of("status"), Origin.record("news.inbox", 3, 4_000_000_000L).atLine(7),
                Optional.of("application/x-ndjson"), TIME);
        Rejection ofFeed = new Rejection("ingest", RejectionReason.TOO_LARGE, "", Optional.empty(),
                Origin.feed("https://a.example/feed"), Optional.empty(), TIME);
        Rejection smallest = new Rejection("sink", RejectionReason.NOT_STORABLE, "", Optional.empty(), Origin.HTTP,
                Optional.empty(), TIME);

        assertThat(Rejection.read(headersOf(fullest))).isEqualTo(fullest);
        assertThat(Rejection.read(headersOf(ofFeed))).isEqualTo(ofFeed);
        assertThat(Rejection.read(headersOf(smallest))).isEqualTo(smallest);
    }

    @ParameterizedTest
    @EnumSource(RejectionReason.class)
    void everyReasonComesBack(RejectionReason reason) {
        Rejection rejection = new Rejection("enrich", reason, "rule", Optional.empty(), Origin.HTTP, Optional.empty(),
                TIME);

        assertThat(Rejection.read(headersOf(rejection)).reason()).isEqualTo(reason);
    }

    @Test
    void rejectionReplacesTheContentTypeThatCameWithTheRecord() {
        Headers headers = new RecordHeaders().add("content-type", "text/plain".getBytes(UTF_8)).add("traceparent",
                "00-1".getBytes(UTF_8));
        Rejection rejection = new Rejection("ingest", RejectionReason.NOT_JSON, "", Optional.empty(), Origin.HTTP,
                Optional.of("application/json"), TIME);

        rejection.addTo(headers);
        rejection.addTo(headers);

        assertThat(Rejection.read(headers)).isEqualTo(rejection);
        assertThat(texts(headers)).doesNotHaveDuplicates().contains("traceparent=00-1",
                "content-type=application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dl-rejected-by", "dl-rejected-reason", "dl-rejected-at"})
    void headersWithoutWhatIsNeededAreNoRejection(String missing) {
        Headers headers = headersOf(new Rejection("sink", RejectionReason.NOT_STORABLE, "", Optional.empty(),
                Origin.HTTP, Optional.empty(), TIME));
        headers.remove(missing);

        assertThatIllegalArgumentException().isThrownBy(() -> Rejection.read(headers));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dl-rejected-reason", "dl-rejected-at", "dl-origin-partition", "dl-origin-offset",
            "dl-origin-line"})
    void unreadableHeadersAreNoRejection(String header) {
        Headers headers = headersOf(new Rejection("sink", RejectionReason.NOT_STORABLE, "", Optional.empty(),
                Origin.record("news.articles.enriched", 0, 1), Optional.empty(), TIME));
        headers.add(header, "?".getBytes(UTF_8));

        assertThatIllegalArgumentException().isThrownBy(() -> Rejection.read(headers)).withMessageContaining(header);
    }

    @Test
    void enrichedArticlesHeadersSayWhatAConsumerFiltersBy() {
        EnrichedArticle article = golden("enriched-article-fullest");
        Headers headers = new RecordHeaders().add("content-type", "application/json".getBytes(UTF_8))
                .add("dl-tag", "Stale".getBytes(UTF_8)).add("traceparent", "00-1".getBytes(UTF_8));

        ArticleHeaders.describe(article, headers);

        assertThat(texts(headers)).containsExactlyInAnyOrder("traceparent=00-1", "dl-status=usable", "dl-revision=3",
                "dl-language=en", "dl-section=World", "dl-section=Science", "dl-tag=Seafaring", "dl-tag=Transport");
    }

    @Test
    void withheldArticlesHeadersHaveNoLabels() {
        Headers headers = new RecordHeaders();

        ArticleHeaders.describe(golden("enriched-article-smallest"), headers);

        assertThat(texts(headers)).containsExactlyInAnyOrder("dl-status=withheld", "dl-revision=4");
    }

    @Test
    void takedownsHeadersSayStatusAndRevision() {
        Headers headers = new RecordHeaders();
        ArticleHeaders.describe(golden("enriched-article-fullest"), headers);

        ArticleHeaders.describeTakedown(5, headers);

        assertThat(texts(headers)).containsExactlyInAnyOrder("dl-status=canceled", "dl-revision=5");
    }

    private static EnrichedArticle golden(String name) {
        return ContractJson.mapper().treeToValue(Golden.record(name), EnrichedArticle.class);
    }

    private static Headers headersOf(Rejection rejection) {
        Headers headers = new RecordHeaders();
        rejection.addTo(headers);
        return headers;
    }

    private static List<String> texts(Headers headers) {
        return StreamSupport.stream(headers.spliterator(), false)
                .map(header -> header.key() + "=" + new String(header.value(), UTF_8)).toList();
    }
}
