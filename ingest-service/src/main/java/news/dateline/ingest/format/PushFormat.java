package news.dateline.ingest.format;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.dateline.contract.RawArticle;
import news.dateline.contract.RejectionReason;

/** The format of a push: what every door, and the command line, takes for the bytes of one article. */
public final class PushFormat {
    private PushFormat() {
    }

    /**
     * Reads one article: a JSON object of a known dialect, a line of NDJSON, a page of HTML or a page's text.
     *
     * @param given what was said of a page beside it; JSON has its own fields
     */
    public static Reading read(MediaType type, GivenFields given, byte[] bytes, Instant receivedAt) {
        try {
            return new Reading.Accepted(article(type, given, bytes, receivedAt));
        } catch (BrokenRule e) {
            return e.refused();
        }
    }

    /**
     * The bytes of each article of a response of NewsAPI.org, which stand for themselves as plain JSON; empty
     * where the bytes are anything else.
     */
    public static Optional<List<byte[]>> articles(MediaType type, byte[] bytes) {
        try {
            return isOf(JsonDialect.NEWS_API_RESPONSE, type, bytes)
                    ? NewsApi.articles(Characters.decode(bytes, jsonCharset(type)))
                    : Optional.empty();
        } catch (BrokenRule e) {
            // Read as one article, it is refused for the same rule.
            return Optional.empty();
        }
    }

    /** Whether the bytes are a feed document: their type says so, or they are a JSON Feed that came as plain JSON. */
    public static boolean isFeed(MediaType type, byte[] bytes) {
        return type.isFeed() || isOf(JsonDialect.JSON_FEED, type, bytes);
    }

    private static boolean isOf(JsonDialect dialect, MediaType type, byte[] bytes) {
        if (!type.isJson() || type.isLines()) {
            return false;
        }
        try {
            return JsonDialect.of(type, Characters.decode(bytes, jsonCharset(type))) == dialect;
        } catch (BrokenRule e) {
            // Read as one article, it is refused for the same rule.
            return false;
        }
    }

    private static RawArticle article(MediaType type, GivenFields given, byte[] bytes, Instant receivedAt) {
        if (type.isJson()) {
            String json = Characters.decode(bytes, jsonCharset(type));
            return switch (JsonDialect.of(type, json)) {
                case OWN -> JsonArticle.read(json, receivedAt);
                case NINJS -> NinjsArticle.read(json, receivedAt);
                case LINKED_DATA -> LinkedDataArticle.read(json, receivedAt);
                case NEWS_API -> NewsApi.article(json, receivedAt);
                case JSON_FEED -> throw new BrokenRule(RejectionReason.NOT_AN_ARTICLE,
                        "must be one article; a JSON Feed goes as a push of its own");
                case NEWS_API_RESPONSE -> throw NewsApi.notOne();
            };
        }
        if (type.isPage()) {
            return ScrapedPage.read(Characters.decode(bytes, pageCharset(type)), given, receivedAt);
        }
        if (type.isHtml()) {
            return WebPage.read(WebCharacters.decode(bytes, type.charset()), given, receivedAt);
        }
        throw new BrokenRule(RejectionReason.UNSUPPORTED_MEDIA_TYPE,
                "must come with the content-type application/json, application/x-ndjson, application/ninjs+json, "
                        + "application/ld+json, a feed's such as application/rss+xml, text/html or text/plain");
    }

    private static Charset jsonCharset(MediaType type) {
        Charset charset = type.decoding().orElse(US_ASCII);
        if (!charset.equals(UTF_8)) {
            throw new BrokenRule(RejectionReason.UNSUPPORTED_MEDIA_TYPE, "must be JSON in UTF-8");
        }
        return charset;
    }

    private static Charset pageCharset(MediaType type) {
        return type.decoding().orElseThrow(() -> new BrokenRule(RejectionReason.UNSUPPORTED_MEDIA_TYPE,
                "must come in a charset that is known, such as utf-8"));
    }
}
