package news.dateline.ingest.format;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.dateline.contract.ArticleId;
import news.dateline.contract.Content;
import news.dateline.contract.Declared;
import news.dateline.contract.PublicationStatus;
import news.dateline.contract.RawArticle;
import news.dateline.contract.RejectionReason;
import news.dateline.contract.Source;

/** An article while its fields come in one after another, in any order. */
final class ArticleDraft {
    final Instant receivedAt;
    Optional<String> id = Optional.empty();
    Optional<String> url = Optional.empty();
    String sourceName = "";
    Optional<String> sourceUrl = Optional.empty();
    String headline = "";
    String summary = "";
    String contentType = Content.PLAIN;
    String text = "";
    List<String> bylines = List.of();
    Optional<String> language = Optional.empty();
    List<String> sections = List.of();
    List<String> keywords = List.of();
    Optional<Instant> publishedAt = Optional.empty();
    Optional<Instant> updatedAt = Optional.empty();
    Optional<Long> revision = Optional.empty();
    PublicationStatus status = PublicationStatus.USABLE;

    ArticleDraft(Instant receivedAt) {
        this.receivedAt = receivedAt;
    }

    /** Takes over what was said of a page beside it. */
    void take(GivenFields given) {
        url = given.url().flatMap(address -> FieldRules.url("url", address));
        sourceName = given.source().flatMap(name -> FieldRules.text("source", name, FieldRules.NAME_MOST)).orElse("");
        language = given.language().flatMap(tag -> FieldRules.language("language", tag));
        updatedAt = given.updatedAt().flatMap(time -> FieldRules.time("updatedAt", time, receivedAt));
        publishedAt = given.publishedAt().flatMap(time -> FieldRules.time("publishedAt", time, receivedAt));
    }

    /** The article, once every field is in. */
    RawArticle article() {
        checkWhole();
        Source source = new Source(sourceName, sourceUrl);
        String articleId = ArticleId.of(source, id, url,
                FieldRules.identifyingText(headline, summary, text), publishedAt.orElse(receivedAt));
        return new RawArticle(RawArticle.SCHEMA_VERSION, articleId, id, url, source, headline, summary,
                new Content(contentType, text), bylines, new Declared(language, sections, keywords), revision, status,
                publishedAt, updatedAt, receivedAt);
    }

    private void checkWhole() {
        if (status == PublicationStatus.USABLE) {
            if (Stream.of(headline, summary, text).allMatch(String::isBlank)) {
                throw new BrokenRule(new Reading.Refused(RejectionReason.NO_TEXT,
                        "must not be blank where summary and content.text are blank too", Optional.of("headline")));
            }
        } else if (id.isEmpty() && url.isEmpty() && headline.isBlank()) {
            throw new BrokenRule("id", "must be given (or url, or headline) to say which article is " + status.word());
        }
    }
}
