package news.dateline.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * The deterministic id of an article: the same article pushed twice, or seen in two feeds, is one article.
 *
 * <p>It is made from the publisher's own id within its source, else from the canonical URL unless that is the site's
 * front page, else from source, headline and day (UTC). 32 hexadecimal digits.
 */
public final class ArticleId {
    private ArticleId() {
    }

    /**
     * The id of an article.
     *
     * @param time publication, else receipt: only its day in UTC counts, and only where neither id nor URL is known
     */
    public static String of(Source source, Optional<String> sourceArticleId, Optional<String> url, String headline,
            Instant time) {
        Optional<String> own = sourceArticleId.map(String::strip).filter(id -> !id.isEmpty());
        if (own.isPresent()) {
            return digest("id", sourceKey(source, url), own.get());
        }
        Optional<String> canonical = url.flatMap(CanonicalUrl::of).filter(page -> !CanonicalUrl.isFrontPage(page));
        if (canonical.isPresent()) {
            return digest("url", canonical.get());
        }
        return digest("headline", sourceKey(source, url), fold(headline),
                time.atZone(ZoneOffset.UTC).toLocalDate().toString());
    }

    /** The source's name, which publishers keep while their addresses move; else the host of its site, else of the URL. */
    private static String sourceKey(Source source, Optional<String> url) {
        return source.name().isBlank()
                ? source.url().or(() -> url).flatMap(CanonicalUrl::host).orElse("")
                : fold(source.name());
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip().replaceAll("\\s+",
                " ");
    }

    /** Lengths go in too, so that no two lists of parts read alike. */
    private static String digest(String... parts) {
        MessageDigest sha = Sha256.begin();
        for (String part : parts) {
            byte[] bytes = part.getBytes(UTF_8);
            sha.update((byte) (bytes.length >>> 24));
            sha.update((byte) (bytes.length >>> 16));
            sha.update((byte) (bytes.length >>> 8));
            sha.update((byte) bytes.length);
            sha.update(bytes);
        }
        return HexFormat.of().formatHex(sha.digest(), 0, 16);
    }
}
