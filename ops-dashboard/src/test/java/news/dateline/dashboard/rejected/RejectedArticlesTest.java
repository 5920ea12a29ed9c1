package news.dateline.dashboard.rejected;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import news.dateline.contract.Origin;
import news.dateline.contract.RejectedAct;
import news.dateline.contract.RejectedActKind;
import news.dateline.contract.RecordPlace;
import news.dateline.contract.Rejection;
import news.dateline.contract.RejectionReason;
import news.dateline.contract.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class RejectedArticlesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");

    private final RejectedArticles articles = new RejectedArticles(InstantSource.fixed(NOW));

    @Test
    void countsByStepAndReasonAndWhatIsOpenOfThose() {
        articles.take(letter(1, RejectionReason.INVALID_FIELD));
        articles.take(letter(2, RejectionReason.INVALID_FIELD));
        articles.take(letter(3, RejectionReason.NOT_JSON));
        articles.takeAct(act(2));

        assertThat(articles.summary().open()).isEqualTo(2);
        assertThat(articles.summary().kinds()).containsExactly(
                new RejectedArticles.Kind("ingest", "invalid-field", 2, 2, 1),
                new RejectedArticles.Kind("ingest", "not-json", 1, 1, 1));
    }

    @Test
    void listsWhatIsOpenUnlessAskedForAll() {
        articles.take(letter(1, RejectionReason.NOT_JSON));
        articles.take(letter(2, RejectionReason.NOT_JSON));
        articles.takeAct(act(2));

        assertThat(articles.list(new RejectedArticles.Filter("ingest", "", true), 10)).hasSize(1);
        assertThat(articles.list(new RejectedArticles.Filter("", "not-json", false), 10)).hasSize(2);
        assertThat(articles.list(new RejectedArticles.Filter("sink", "", false), 10)).isEmpty();
    }

    @Test
    void anActThatIsReadBeforeItsArticleIsKept() {
        articles.takeAct(act(1));
        articles.take(letter(1, RejectionReason.NOT_JSON));

        assertThat(articles.summary().open()).isZero();
    }

    @Test
    void aRecordWithoutHeadersIsListedAllTheSame() {
        articles.take(new ConsumerRecord<>(Topics.REJECTED.name(), 0, 9, null, "?".getBytes(UTF_8)));

        assertThat(articles.find("news.articles.rejected-0-9").orElseThrow().article().service())
                .isEqualTo("unknown");
    }

    @Test
    void theOldestAreForgottenBeyondTheBound() {
        for (int i = 0; i <= RejectedArticles.MOST; i++) {
            articles.take(letter(i, RejectionReason.NOT_JSON));
        }

        assertThat(articles.summary().kept()).isEqualTo(RejectedArticles.MOST);
        assertThat(articles.find("news.articles.rejected-0-0")).isEmpty();
    }

    private static ConsumerRecord<String, byte[]> letter(long offset, RejectionReason reason) {
        ConsumerRecord<String, byte[]> entry = new ConsumerRecord<>(Topics.REJECTED.name(), 0, offset, null,
                "{}".getBytes(UTF_8));
        new Rejection("ingest", reason, "a rule", Optional.empty(), Origin.HTTP, Optional.empty(), NOW)
                .addTo(entry.headers());
        return entry;
    }

    private static ConsumerRecord<String, byte[]> act(long offset) {
        RecordPlace place = new RecordPlace(Topics.REJECTED.name(), 0, offset);
        return new ConsumerRecord<>(Topics.REJECTED_ACTS.name(), 0, 0, place.text(),
                Topics.REJECTED_ACTS.value().serializer().serialize("", new RejectedAct(1, place,
                        RejectedActKind.DISCARDED, Optional.empty(), Optional.empty(), 0, "", "", NOW)));
    }
}
