package news.dateline.enrich.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.dateline.contract.Content;
import news.dateline.contract.Declared;
import news.dateline.contract.PublicationStatus;
import news.dateline.contract.RawArticle;
import news.dateline.contract.Source;
import news.dateline.enrich.stream.KnownRevision.Verdict;
import org.junit.jupiter.api.Test;

class KnownRevisionTest {
    private static final Instant NOON = Instant.parse("2026-11-05T12:00:00Z");

    @Test
    void firstTextIsRevisionOne() {
        assertThat(newest(KnownRevision.first(article("first"))).revision()).isEqualTo(1);
    }

    @Test
    void firstTextKeepsThePublishersNumber() {
        assertThat(newest(KnownRevision.first(numbered(7, "first"))).revision()).isEqualTo(7);
    }

    @Test
    void changedTextWithoutNumbersIsTheNextRevision() {
        assertThat(newest(known(article("first")).judge(article("second"))).revision()).isEqualTo(2);
    }

    @Test
    void sameTextAgainIsUnchanged() {
        assertThat(known(article("same")).judge(article("same"))).isInstanceOf(Verdict.Unchanged.class);
    }

    @Test
    void sameTextUnderALaterNumberIsUnchangedAndTheNumberIsRemembered() {
        Verdict verdict = known(numbered(1, "same")).judge(numbered(3, "same"));

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Unchanged.class,
                unchanged -> assertThat(unchanged.known().judge(numbered(2, "late")))
                        .isInstanceOf(Verdict.Superseded.class));
    }

    @Test
    void lowerNumberIsSuperseded() {
        assertThat(known(numbered(3, "third")).judge(numbered(2, "second"))).isInstanceOf(Verdict.Superseded.class);
    }

    @Test
    void earlierUpdateTimeIsSuperseded() {
        assertThat(known(updated(NOON, "noon")).judge(updated(NOON.minusSeconds(60), "before")))
                .isInstanceOf(Verdict.Superseded.class);
    }

    @Test
    void publishersNumberBeatsItsClock() {
        KnownRevision known = known(article("first", PublicationStatus.USABLE, Optional.of(1L), Optional.of(NOON)));

        Verdict verdict = known.judge(
                article("second", PublicationStatus.USABLE, Optional.of(2L), Optional.of(NOON.minusSeconds(60))));

        assertThat(verdict).isInstanceOf(Verdict.Newest.class);
    }

    @Test
    void numbersRiseEvenWhenThePublishersDoNot() {
        KnownRevision third = newest(
                newest(known(article("first")).judge(article("second"))).judge(article("third")));

        assertThat(newest(third.judge(numbered(2, "numbered at last"))).revision()).isEqualTo(4);
    }

    @Test
    void cancellationWinsOverALaterClock() {
        Verdict verdict = known(updated(NOON, "text"))
                .judge(article("", PublicationStatus.CANCELED, Optional.empty(), Optional.of(NOON.minusSeconds(60))));

        assertThat(newest(verdict).status()).isEqualTo(PublicationStatus.CANCELED);
    }

    @Test
    void nothingComesBackAfterACancellation() {
        KnownRevision canceled = known(article("", PublicationStatus.CANCELED, Optional.empty(), Optional.empty()));

        assertThat(canceled.judge(numbered(99, "again"))).isInstanceOf(Verdict.Superseded.class);
    }

    @Test
    void cancellationTwiceIsUnchanged() {
        KnownRevision canceled = known(article("", PublicationStatus.CANCELED, Optional.empty(), Optional.empty()));

        assertThat(canceled.judge(article("x", PublicationStatus.CANCELED, Optional.of(5L), Optional.empty())))
                .isInstanceOf(Verdict.Unchanged.class);
    }

    @Test
    void withheldArticleComesBackWithALaterUsableRevision() {
        KnownRevision withheld = newest(known(article("text"))
                .judge(article("text", PublicationStatus.WITHHELD, Optional.empty(), Optional.empty())));

        assertThat(newest(withheld.judge(article("text"))).revision()).isEqualTo(3);
    }

    @Test
    void samePageWithOtherThingsAroundItsArticleIsUnchanged() {
        String lens = "The lens at Skerry Point turned again on Friday, thirty-one years after it was switched off.";
        KnownRevision known = known(page("<nav><a href=/1>One teaser</a></nav><p>" + lens));

        assertThat(known.judge(page("<nav><a href=/2>Another teaser</a></nav><p>" + lens)))
                .isInstanceOf(Verdict.Unchanged.class);
        assertThat(newest(known.judge(page("<p>" + lens + " It broke on Monday."))).revision()).isEqualTo(2);
    }

    private static RawArticle page(String body) {
        RawArticle raw = article("");
        return new RawArticle(raw.schemaVersion(), raw.articleId(), raw.sourceArticleId(), raw.url(), raw.source(),
                raw.headline(), "", new Content(Content.HTML, "<!doctype html><body>" + body), List.of(),
                Declared.NOTHING, Optional.empty(), raw.status(), Optional.empty(), Optional.empty(), Instant.now());
    }

    private static KnownRevision known(RawArticle first) {
        return newest(KnownRevision.first(first));
    }

    private static KnownRevision newest(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Newest.class);
        return ((Verdict.Newest) verdict).known();
    }

    private static RawArticle article(String text) {
        return article(text, PublicationStatus.USABLE, Optional.empty(), Optional.empty());
    }

    private static RawArticle numbered(long revision, String text) {
        return article(text, PublicationStatus.USABLE, Optional.of(revision), Optional.empty());
    }

    private static RawArticle updated(Instant time, String text) {
        return article(text, PublicationStatus.USABLE, Optional.empty(), Optional.of(time));
    }

    static RawArticle article(String text, PublicationStatus status, Optional<Long> revision,
            Optional<Instant> updated) {
        return new RawArticle(1, "a1", Optional.of("1"), Optional.empty(), new Source("Quay Post", Optional.empty()),
                "Harbour reopens", "", new Content(Content.PLAIN, text), List.of(), Declared.NOTHING, revision, status,
                Optional.empty(), updated, Instant.now());
    }
}
