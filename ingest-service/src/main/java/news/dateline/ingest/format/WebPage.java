package news.dateline.ingest.format;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import news.dateline.contract.Content;
import news.dateline.contract.RawArticle;
import news.dateline.contract.RejectionReason;

/**
 * A whole page of HTML, which stays the content, for enrich to find the article in it. Only what tells which article it
 * is gets read here; what was given beside the page wins.
 */
final class WebPage {
    private WebPage() {
    }

    static RawArticle read(String html, GivenFields given, Instant receivedAt) {
        PageHead head = PageHead.of(html, given.url().orElse(""));
        if (head.isBlank()) {
            throw new BrokenRule(RejectionReason.NO_TEXT, "must have a title or words");
        }
        ArticleDraft draft = new ArticleDraft(receivedAt);
        draft.url = given.url().flatMap(url -> FieldRules.url("url", url))
                .or(() -> fromPage(() -> head.address().flatMap(url -> FieldRules.url("url", url))));
        draft.sourceName = given.source().flatMap(name -> FieldRules.text("source", name, FieldRules.NAME_MOST))
                .or(() -> fromPage(() -> FieldRules.text("source", head.siteName(), FieldRules.NAME_MOST))).orElse("");
        draft.language = given.language().flatMap(tag -> FieldRules.language("language", tag));
        draft.updatedAt = given.updatedAt().flatMap(time -> FieldRules.time("updatedAt", time, receivedAt));
        draft.publishedAt = given.publishedAt().flatMap(time -> FieldRules.time("publishedAt", time, receivedAt))
                .or(() -> fromPage(() -> head.published()
                        .flatMap(time -> FieldRules.time("publishedAt", WorldTime.withZone(time), receivedAt))));
        draft.updatedAt = fromPage(() -> head.modified()
                .flatMap(time -> FieldRules.time("updatedAt", WorldTime.withZone(time), receivedAt)));
        draft.headline = ScrapedPage.headline(head.headline());
        draft.contentType = Content.HTML;
        draft.text = Characters.storable(html);
        return draft.article();
    }

    /** Whoever pushed the page did not write it: a field in it that breaks a rule is no field. */
    private static <T> Optional<T> fromPage(Supplier<Optional<T>> field) {
        try {
            return field.get();
        } catch (BrokenRule e) {
            return Optional.empty();
        }
    }
}
