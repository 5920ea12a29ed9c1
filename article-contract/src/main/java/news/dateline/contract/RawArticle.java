package news.dateline.contract;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An article as it was received, original content kept, so that better enrichment can be run over history.
 *
 * <p>Value of {@code news.articles.raw}; written by ingest, read by enrich.
 *
 * @param schemaVersion   {@value #SCHEMA_VERSION}; fields are added, never changed
 * @param articleId       see {@link ArticleId}
 * @param sourceArticleId the publisher's own id within its source
 * @param url             the article's address as it was given
 * @param headline        display title, empty where the content alone came
 * @param summary         the publisher's own summary, plain text
 * @param bylines         credited author lines
 * @param revision        the publisher's own number of this text, 0 or more
 * @param publishedAt     first publication, by the source's clock
 * @param updatedAt       time of this text, by the source's clock
 * @param receivedAt      when ingest took it, by our clock
 */
public record RawArticle(int schemaVersion, String articleId, Optional<String> sourceArticleId, Optional<String> url,
        Source source, String headline, String summary, Content content, List<String> bylines, Declared declared,
        Optional<Long> revision, PublicationStatus status, Optional<Instant> publishedAt, Optional<Instant> updatedAt,
        Instant receivedAt) {
    public static final int SCHEMA_VERSION = 1;

    public RawArticle {
        Absent.atLeast(1, schemaVersion, "schemaVersion");
        articleId = Absent.requiredText(articleId, "articleId");
        sourceArticleId = Absent.value(sourceArticleId);
        url = Absent.value(url);
        source = source == null ? Source.UNKNOWN : source;
        headline = Absent.text(headline);
        summary = Absent.text(summary);
        content = content == null ? Content.NONE : content;
        bylines = Absent.list(bylines);
        declared = declared == null ? Declared.NOTHING : declared;
        revision = Absent.value(revision);
        revision.ifPresent(number -> Absent.atLeast(0, number, "revision"));
        status = Absent.required(status, "status");
        publishedAt = Absent.value(publishedAt);
        updatedAt = Absent.value(updatedAt);
        receivedAt = Absent.required(receivedAt, "receivedAt");
    }
}
