package news.dateline.ingest.format;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.time.Instant;
import news.dateline.contract.RawArticle;
import news.dateline.contract.RejectionReason;

/** The format of a push: what every door, and the command line, takes for the bytes of one article. */
public final class PushFormat {
    private PushFormat() {
    }

    /**
     * Reads one article: a JSON object, a line of NDJSON or a scraped page.
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

    private static RawArticle article(MediaType type, GivenFields given, byte[] bytes, Instant receivedAt) {
        if (type.isJson()) {
            return JsonArticle.read(Characters.decode(bytes, jsonCharset(type)), receivedAt);
        }
        if (type.isPage()) {
            return ScrapedPage.read(Characters.decode(bytes, pageCharset(type)), given, receivedAt);
        }
        throw new BrokenRule(RejectionReason.UNSUPPORTED_MEDIA_TYPE,
                "must come with the content-type application/json, application/x-ndjson or text/plain");
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
