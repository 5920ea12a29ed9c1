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
        draft.take(given);
        draft.url = draft.url.or(() -> fromPage(() -> head.address().flatMap(url -> FieldRules.url("url", url))));
        if (draft.sourceName.isEmpty()) {
            draft.sourceName = fromPage(() -> FieldRules.text("source", head.siteName(), FieldRules.NAME_MOST))
                    .orElse("");
        }
        draft.publishedAt = draft.publishedAt.or(() -> time("publishedAt", head.published(), receivedAt));
        draft.updatedAt = draft.updatedAt.or(() -> time("updatedAt", head.modified(), receivedAt));
        draft.headline = ScrapedPage.headline(head.headline());
        draft.contentType = Content.HTML;
        draft.text = Characters.storable(html);
        return draft.article();
    }

    private static Optional<Instant> time(String field, Optional<String> written, Instant receivedAt) {
        return fromPage(
                () -> written.flatMap(time -> FieldRules.time(field, WorldTime.withZone(time), receivedAt)));
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
