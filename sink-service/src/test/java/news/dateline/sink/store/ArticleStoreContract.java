package news.dateline.sink.store;

import static news.dateline.sink.store.SampleArticle.article;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import news.dateline.contract.Declared;
import news.dateline.contract.EnrichedArticle;
import news.dateline.contract.PublicationStatus;
import news.dateline.sink.store.ArticleChange.Takedown;
import org.junit.jupiter.api.Test;

/** What every store does; a store passes it by extending it. */
public abstract class ArticleStoreContract {
    /** A prepared store that keeps nothing yet. */
    protected abstract ArticleStore store();

    /** What that store keeps of an article. */
    protected abstract Optional<EnrichedArticle> kept(String articleId);

    @Test
    void keepsAnArticleAsItIs() {
        assertThat(store().write(List.of(article("a").upsert()))).containsExactly(WriteOutcome.STORED);
        assertThat(kept("a")).contains(article("a").made());
    }

    @Test
    void givesNoOutcomeForNoChange() {
        assertThat(store().write(List.of())).isEmpty();
    }

    @Test
    void givesOneOutcomeForEachChangeInItsOrder() {
        assertThat(store().write(List.of(article("a").revision(2).upsert(), article("a").revision(1).upsert(),
                new Takedown("b"), article("b").upsert(), new Takedown("a"), article("c").upsert())))
                .containsExactly(WriteOutcome.STORED, WriteOutcome.SUPERSEDED, WriteOutcome.WITHDRAWN,
                        WriteOutcome.STORED, WriteOutcome.WITHDRAWN, WriteOutcome.STORED);
        assertThat(kept("a")).isEmpty();
        assertThat(kept("b")).contains(article("b").made());
    }

    @Test
    void laterRevisionReplacesTheEarlier() {
        store().write(List.of(article("a").revision(1).headline("Old").upsert()));
        assertThat(store().write(List.of(article("a").revision(7).headline("New").upsert())))
                .containsExactly(WriteOutcome.STORED);
        assertThat(kept("a")).map(EnrichedArticle::headline).contains("New");
    }

    @Test
    void earlierRevisionNeverOverwrites() {
        store().write(List.of(article("a").revision(7).headline("New").upsert()));
        assertThat(store().write(List.of(article("a").revision(6).headline("Old").upsert())))
                .containsExactly(WriteOutcome.SUPERSEDED);
        assertThat(kept("a")).map(EnrichedArticle::headline).contains("New");
    }

    @Test
    void sameChangesAgainEndTheSame() {
        List<ArticleChange> changes = List.of(article("a").upsert(), article("b").upsert(), new Takedown("a"),
                article("c").revision(3).upsert());
        store().write(changes);
        assertThat(store().write(changes)).containsExactly(WriteOutcome.STORED, WriteOutcome.STORED,
                WriteOutcome.WITHDRAWN, WriteOutcome.STORED);
        assertThat(kept("a")).isEmpty();
        assertThat(kept("c")).contains(article("c").revision(3).made());
    }

    @Test
    void takedownOfAnUnknownArticleIsWithdrawn() {
        assertThat(store().write(List.of(new Takedown("never-seen")))).containsExactly(WriteOutcome.WITHDRAWN);
    }

    @Test
    void withheldArticleStaysWithoutTextAndLabels() {
        store().write(List.of(article("a").upsert()));
        assertThat(store().write(List.of(article("a").revision(2).status(PublicationStatus.WITHHELD).upsert())))
                .containsExactly(WriteOutcome.WITHDRAWN);
        EnrichedArticle kept = kept("a").orElseThrow();
        assertThat(kept.status()).isEqualTo(PublicationStatus.WITHHELD);
        assertThat(List.of(kept.headline(), kept.summary(), kept.body(), kept.textFingerprint())).containsOnly("");
        assertThat(kept.labels()).isEmpty();
        assertThat(kept.declared()).isEqualTo(Declared.NOTHING);
    }

    @Test
    void withheldArticleComesBackWithALaterRevision() {
        store().write(List.of(article("a").status(PublicationStatus.WITHHELD).upsert()));
        assertThat(store().write(List.of(article("a").revision(2).upsert()))).containsExactly(WriteOutcome.STORED);
        assertThat(kept("a")).contains(article("a").revision(2).made());
    }

    @Test
    void articleThatCanNeverBeKeptFailsAlone() {
        List<WriteOutcome> outcomes = store().write(List.of(article("a").upsert(),
                article("b").headline("U+0000 \0 fits in no text column").upsert(), new Takedown("a"),
                article("c").upsert()));
        assertThat(outcomes).hasSize(4);
        assertThat(outcomes.get(0)).isEqualTo(WriteOutcome.STORED);
        assertThat(outcomes.get(1)).isInstanceOfSatisfying(WriteOutcome.NotStorable.class,
                failed -> assertThat(failed.rule()).isNotBlank().doesNotContain("fits"));
        assertThat(outcomes.get(2)).isEqualTo(WriteOutcome.WITHDRAWN);
        assertThat(outcomes.get(3)).isEqualTo(WriteOutcome.STORED);
        assertThat(kept("a")).isEmpty();
        assertThat(kept("b")).isEmpty();
        assertThat(kept("c")).isPresent();
    }
}
