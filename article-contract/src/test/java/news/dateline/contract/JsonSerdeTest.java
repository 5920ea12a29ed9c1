package news.dateline.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class JsonSerdeTest {
    private static final String SECRET = "harbourmaster";

    private final JsonSerde<RawArticle> serde = new JsonSerde<>(RawArticle.class);

    @Test
    void nullStaysNullTheTombstone() {
        assertThat(serde.serializer().serialize("t", null)).isNull();
        assertThat(serde.deserializer().deserialize("t", null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[]", "\"harbourmaster\"", "17", "null", "harbourmaster",
            "{\"headline\":\"harbourmaster", "{\"status\":\"harbourmaster\"}", "{\"harbourmaster\":}",
            "{\"articleId\":[\"harbourmaster\"]}", "{\"receivedAt\":\"harbourmaster\"}",
            "{\"revision\":\"harbourmaster\"}", "{\"bylines\":\"harbourmaster\"}",
            "{\"source\":\"harbourmaster\",\"status\":\"usable\"}"})
    void refusesWhatIsNoRecordWithoutQuotingIt(String text) {
        assertThatThrownBy(() -> read(text.getBytes(UTF_8))).isInstanceOf(SerializationException.class)
                .hasMessageStartingWith("no RawArticle: ").hasMessageNotContaining(SECRET).hasNoCause();
    }

    @Test
    void namesLineColumnAndPathOfWhatItCouldNotRead() {
        String text = """
                {"schemaVersion": 1,
                 "source": {"url": {"a": "harbourmaster"}}}
                """;

        assertThatThrownBy(() -> read(text.getBytes(UTF_8)))
                .hasMessageMatching("no RawArticle: not readable \\(.*source.*url.*\\) at line 2, column \\d+");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"status | \"gone\" | status must be one of usable, withheld, canceled",
            "revision | -1 | revision must be 0 or more", "articleId | \" \" | articleId is missing or blank",
            "receivedAt | null | receivedAt is missing", "schemaVersion | 0 | schemaVersion must be 1 or more"})
    void namesTheRuleThatAFieldBreaks(String field, String json, String rule) {
        ObjectNode article = Golden.record("raw-article-fullest");
        article.set(field, ContractJson.mapper().readTree(json));

        assertThatThrownBy(() -> read(ContractJson.mapper().writeValueAsBytes(article)))
                .isInstanceOf(SerializationException.class).hasMessageContaining(rule);
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] latin = Golden.record("raw-article-fullest").put("headline", "Café harbourmaster").toString()
                .getBytes(ISO_8859_1);

        assertThatThrownBy(() -> read(latin)).isInstanceOf(SerializationException.class)
                .hasMessageNotContaining(SECRET);
    }

    @Test
    void refusesRecordsCutShortAtAnyByte() {
        byte[] whole = Golden.record("raw-article-fullest").toString().getBytes(UTF_8);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);

            assertThatThrownBy(() -> read(cut)).isInstanceOf(SerializationException.class)
                    .hasMessageNotContaining("lamp");
        }
    }

    @Test
    void refusesMoreThanOneValue() {
        String twice = Golden.record("raw-article-smallest").toString().repeat(2);

        assertThatThrownBy(() -> read(twice.getBytes(UTF_8))).isInstanceOf(SerializationException.class);
    }

    @Test
    void refusesNestingWithoutEnd() {
        String deep = "{\"source\":" + "[".repeat(100_000);

        assertThatThrownBy(() -> read(deep.getBytes(UTF_8))).isInstanceOf(SerializationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D\uDE00", "\uD83D", "\uDE00x", "\u0000", "\u2028", "\"\\/", "é", "‏עברית"})
    void bringsEveryCharacterBack(String text) {
        RawArticle article = withHeadline(text);

        assertThat(read(serde.serializer().serialize("t", article))).isEqualTo(article);
    }

    @Test
    void leavesOutWhatIsAbsent() {
        byte[] written = serde.serializer().serialize("t", withHeadline(""));

        assertThat(new String(written, UTF_8)).doesNotContain("null", "headline", "bylines", "url");
    }

    private RawArticle read(byte[] bytes) {
        return serde.deserializer().deserialize("t", bytes);
    }

    private static RawArticle withHeadline(String headline) {
        RawArticle golden = ContractJson.mapper().treeToValue(Golden.record("raw-article-smallest"), RawArticle.class);
        return new RawArticle(1, golden.articleId(), Optional.empty(), Optional.empty(), golden.source(), headline, "",
                golden.content(), List.of(), golden.declared(), Optional.empty(), golden.status(), Optional.empty(),
                Optional.empty(), golden.receivedAt());
    }
}
