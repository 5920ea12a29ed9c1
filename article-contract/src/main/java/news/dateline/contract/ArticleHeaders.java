package news.dateline.contract;

import org.apache.kafka.common.header.Headers;

/** Headers of an enriched record, so that a consumer can filter without parsing the value. */
public final class ArticleHeaders {
    public static final String CONTENT_TYPE = "content-type";
    public static final String SECTION = "dl-section";
    public static final String TAG = "dl-tag";
    public static final String LANGUAGE = "dl-language";
    public static final String REVISION = "dl-revision";
    public static final String STATUS = "dl-status";

    private ArticleHeaders() {
    }

    /** Replaces the article headers among these with the article's; section and tag are repeated, one for each. */
    public static void describe(EnrichedArticle article, Headers headers) {
        clear(headers);
        HeaderText.add(headers, STATUS, article.status().word());
        HeaderText.add(headers, REVISION, Long.toString(article.revision()));
        article.labels().ifPresent(labels -> {
            labels.language().ifPresent(language -> HeaderText.add(headers, LANGUAGE, language));
            labels.sections().forEach(label -> HeaderText.add(headers, SECTION, label.section()));
            labels.tags().stream().map(TagLabel::tag).distinct().forEach(tag -> HeaderText.add(headers, TAG, tag));
        });
    }

    /** Replaces the article headers among these with a takedown's. */
    public static void describeTakedown(long revision, Headers headers) {
        clear(headers);
        HeaderText.add(headers, STATUS, PublicationStatus.CANCELED.word());
        HeaderText.add(headers, REVISION, Long.toString(revision));
    }

    private static void clear(Headers headers) {
        headers.remove(CONTENT_TYPE).remove(STATUS).remove(REVISION).remove(LANGUAGE).remove(SECTION).remove(TAG);
    }
}
