package news.dateline.contract;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.header.Headers;

/**
 * Where, when and why an article was rejected: the headers of {@code news.articles.rejected}, whose value is the
 * original bytes.
 *
 * @param service   which service rejected it: ingest, enrich or sink
 * @param rule      the rule that it broke, for people; never the article's text
 * @param field     the field that broke it, as a path
 * @param mediaType of the original bytes
 */
public record Rejection(String service, RejectionReason reason, String rule, Optional<String> field, Origin origin,
        Optional<String> mediaType, Instant rejectedAt) {
    static final String SERVICE = "dl-rejected-by";
    static final String REASON = "dl-rejected-reason";
    static final String RULE = "dl-rejected-rule";
    static final String FIELD = "dl-rejected-field";
    static final String AT = "dl-rejected-at";

    public Rejection {
        service = Absent.requiredText(service, "service");
        reason = Absent.required(reason, "reason");
        rule = Absent.text(rule);
        field = Absent.value(field);
        origin = Absent.required(origin, "origin");
        mediaType = Absent.value(mediaType);
        rejectedAt = Absent.required(rejectedAt, "rejectedAt");
    }

    /** Puts the headers that say all this in place of any earlier ones. */
    public void addTo(Headers headers) {
        List.of(SERVICE, REASON, RULE, FIELD, AT).forEach(headers::remove);
        HeaderText.add(headers, SERVICE, service);
        HeaderText.add(headers, REASON, reason.word());
        HeaderText.add(headers, RULE, rule);
        field.ifPresent(value -> HeaderText.add(headers, FIELD, value));
        HeaderText.add(headers, AT, rejectedAt.toString());
        origin.addTo(headers);
        mediaType.ifPresent(
                value -> HeaderText.add(headers.remove(ArticleHeaders.CONTENT_TYPE), ArticleHeaders.CONTENT_TYPE,
                        value));
    }

    /**
     * Reads the headers of a rejected article.
     *
     * @throws IllegalArgumentException where a header is missing or unreadable
     */
    public static Rejection read(Headers headers) {
        return new Rejection(HeaderText.of(headers, SERVICE).orElse(""),
                parsed(headers, REASON, RejectionReason::ofWord)
                        .orElseThrow(() -> new IllegalArgumentException(REASON + " is missing")),
                HeaderText.of(headers, RULE).orElse(""),
                HeaderText.of(headers, FIELD),
                Origin.read(headers),
                HeaderText.of(headers, ArticleHeaders.CONTENT_TYPE), parsed(headers, AT, Instant::parse)
                        .orElseThrow(() -> new IllegalArgumentException(AT + " is missing")));
    }

    static <T> Optional<T> parsed(Headers headers, String key, Function<String, T> parser) {
        try {
            return HeaderText.of(headers, key).map(parser);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new IllegalArgumentException(key + " is unreadable", e);
        }
    }
}
