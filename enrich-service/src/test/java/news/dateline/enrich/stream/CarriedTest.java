package news.dateline.enrich.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import news.dateline.contract.ArticleHeaders;
import news.dateline.contract.Declared;
import news.dateline.contract.EnrichedArticle;
import news.dateline.contract.PublicationStatus;
import news.dateline.contract.Source;
import news.dateline.contract.Topics;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class CarriedTest {
    private static final Instant NOON = Instant.parse("2026-11-05T12:00:00.000000123Z");
    private static final EnrichedArticle ARTICLE = new EnrichedArticle(1, "article-1", 3, PublicationStatus.USABLE,
            Optional.empty(), Optional.empty(), new Source("Quay Post", Optional.empty()), "Harbour opens", "",
            "Ships sail again.", Optional.empty(), List.of(), Declared.NOTHING, Optional.empty(), List.of(), "f1",
            Optional.empty(), Optional.empty(), Optional.empty(), NOON, NOON);
    private static final byte[] JSON = Topics.ENRICHED.value().serializer().serialize("", ARTICLE);

    private final Headers headers = new RecordHeaders();

    @Test
    void isTheSameBehindARepartition() {
        byte[] onTheWay = Carried.onTheWay().serializer().serialize("", Carried.of(ARTICLE));

        Carried read = Carried.onTheWay().deserializer().deserialize("", headers, onTheWay);

        assertThat(read).usingRecursiveComparison().isEqualTo(Carried.of(ARTICLE));
        assertThat(headers).isEmpty();
    }

    @Test
    void arrivesAsTheArticlesJsonAlone() {
        assertThat(Carried.atTheEnd().serializer().serialize("", Carried.of(ARTICLE))).isEqualTo(JSON);
    }

    @Test
    void isReadAndWrittenAgainWhenItIsACopyOfAnother() {
        Carried copy = Carried.of(ARTICLE).asDuplicateOf("article-0");

        assertThat(Carried.atTheEnd().serializer().serialize("", copy))
                .isEqualTo(Topics.ENRICHED.value().serializer().serialize("", ARTICLE.asDuplicateOf("article-0")));
    }

    @Test
    void readsWhatAnOlderVersionPutOnTheWayAndDescribesIt() {
        Carried read = Carried.onTheWay().deserializer().deserialize("", headers, JSON);

        assertThat(read).usingRecursiveComparison().isEqualTo(Carried.of(ARTICLE));
        assertThat(headers.lastHeader(ArticleHeaders.REVISION)).isNotNull();
    }

    @Test
    void saysSoWhenItIsCutOff() {
        byte[] cut = Arrays.copyOf(Carried.onTheWay().serializer().serialize("", Carried.of(ARTICLE)), 20);

        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> Carried.onTheWay().deserializer().deserialize("", headers, cut))
                .withMessageContaining("cut off");
    }
}
