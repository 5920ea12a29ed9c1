package news.dateline.enrich.stream;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import news.dateline.contract.CanonicalUrl;
import news.dateline.contract.Content;
import news.dateline.contract.ContractJson;
import news.dateline.contract.RawArticle;
import news.dateline.contract.Sha256;
import news.dateline.enrich.page.PageArticle;

/**
 * Tells whether two arrivals of an article say the same: numbers, times, the form of its link and what stands around it on
 * its page don't count.
 */
final class ContentDigest {
    private ContentDigest() {
    }

    static String of(RawArticle received) {
        Optional<PageArticle> page = page(received);
        RawArticle raw = page.map(PageArticle::raw).orElse(received);
        Content content = page.map(found -> new Content(Content.PLAIN, String.join("\n", found.paragraphs())))
                .orElse(raw.content());
        RawArticle timeless = new RawArticle(raw.schemaVersion(), raw.articleId(), raw.sourceArticleId(),
                raw.url().flatMap(CanonicalUrl::of), raw.source(), raw.headline(), raw.summary(), content,
                raw.bylines(), raw.declared(), Optional.empty(), raw.status(), raw.publishedAt(), Optional.empty(),
                Instant.EPOCH);
        byte[] digest = Sha256.begin().digest(ContractJson.mapper().writeValueAsBytes(timeless));
        return HexFormat.of().formatHex(digest, 0, 16);
    }

    private static Optional<PageArticle> page(RawArticle raw) {
        try {
            return PageArticle.of(raw);
        } catch (RuntimeException e) {
            // Label meets it again, and rejects the article.
            return Optional.empty();
        }
    }
}
