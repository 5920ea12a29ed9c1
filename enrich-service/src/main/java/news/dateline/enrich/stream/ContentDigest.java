package news.dateline.enrich.stream;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import news.dateline.contract.CanonicalUrl;
import news.dateline.contract.ContractJson;
import news.dateline.contract.RawArticle;

/** Tells whether two arrivals of an article say the same: numbers, times and the form of its link don't count. */
final class ContentDigest {
    private ContentDigest() {
    }

    static String of(RawArticle raw) {
        RawArticle timeless = new RawArticle(raw.schemaVersion(), raw.articleId(), raw.sourceArticleId(),
                raw.url().flatMap(CanonicalUrl::of), raw.source(), raw.headline(), raw.summary(), raw.content(),
                raw.bylines(), raw.declared(), Optional.empty(), raw.status(), raw.publishedAt(), Optional.empty(),
                Instant.EPOCH);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(ContractJson.mapper().writeValueAsBytes(timeless));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
