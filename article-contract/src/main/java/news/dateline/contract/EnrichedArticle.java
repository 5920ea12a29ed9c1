package news.dateline.contract;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The current state of an article: its newest revision, cleaned and labelled.
 *
 * <p>Value of {@code news.articles.enriched}; written by enrich, read by the sink and by anyone. A withheld article has
 * neither text nor labels; a canceled one is a tombstone.
 *
 * @param schemaVersion   {@value #SCHEMA_VERSION}; fields are added, never changed
 * @param revision        rises with each newer text of the article; at least the publisher's own number
 * @param body            the article's own paragraphs, a blank line between two
 * @param dateline        stood before the body's first sentence
 * @param labels          absent for a withheld article
 * @param relatedItems    teasers that stood on the page
 * @param textFingerprint equal for equal text, whatever the case, quotes or white space; empty for a withheld article
 * @param duplicateOf     id of the article that had the same text first
 * @param enrichedAt      when the labels were made, by our clock
 */
public record EnrichedArticle(int schemaVersion, String articleId, long revision, PublicationStatus status,
        Optional<String> sourceArticleId, Optional<String> url, Source source, String headline, String summary,
        String body, Optional<Dateline> dateline, List<String> bylines, Declared declared, Optional<Labels> labels,
        List<RelatedItem> relatedItems, String textFingerprint, Optional<String> duplicateOf,
        Optional<Instant> publishedAt, Optional<Instant> updatedAt, Instant receivedAt, Instant enrichedAt) {
    public static final int SCHEMA_VERSION = 1;

    public EnrichedArticle {
        Absent.atLeast(1, schemaVersion, "schemaVersion");
        articleId = Absent.requiredText(articleId, "articleId");
        status = Absent.required(status, "status");
        sourceArticleId = Absent.value(sourceArticleId);
        url = Absent.value(url);
        source = source == null ? Source.UNKNOWN : source;
        headline = Absent.text(headline);
        summary = Absent.text(summary);
        body = Absent.text(body);
        dateline = Absent.value(dateline);
        bylines = Absent.list(bylines);
        declared = declared == null ? Declared.NOTHING : declared;
        labels = Absent.value(labels);
        relatedItems = Absent.list(relatedItems);
        textFingerprint = Absent.text(textFingerprint);
        duplicateOf = Absent.value(duplicateOf);
        publishedAt = Absent.value(publishedAt);
        updatedAt = Absent.value(updatedAt);
        receivedAt = Absent.required(receivedAt, "receivedAt");
        enrichedAt = Absent.required(enrichedAt, "enrichedAt");
        Absent.atLeast(1, revision, "revision");
    }

    /** This article, marked as a copy of another. */
    public EnrichedArticle asDuplicateOf(String original) {
        return new EnrichedArticle(schemaVersion, articleId, revision, status, sourceArticleId, url, source, headline,
                summary, body, dateline, bylines, declared, labels, relatedItems, textFingerprint,
                Optional.of(original),
                publishedAt, updatedAt, receivedAt, enrichedAt);
    }
}
