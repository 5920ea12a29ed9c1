package news.dateline.ingest.poll;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import news.dateline.contract.RawArticle;
import news.dateline.contract.Sha256;

/**
 * Digests of the items that a feed has lately had, so that only what is new or changed is published.
 *
 * <p>An item that has a text is known by it: feeds that give the same text another guid, link or date with each fetch would
 * have new items for ever. One with a headline alone is known by its guid and link as well.
 */
final class SeenItems {
    /** 48 bits: among 20,000 known items, one new item in ten billion is taken for one of them. */
    private static final int BYTES = 6;
    private static final int CHARACTERS = 8;
    private static final int MOST = 20_000;
    private static final int FORMER_LEAST = 100;
    private static final int TEXT_LEAST = 120;

    private SeenItems() {
    }

    static String digest(RawArticle article) {
        boolean told = article.content().text().length() + article.summary().length() >= TEXT_LEAST;
        boolean named = article.url().isPresent() || article.sourceArticleId().isPresent();
        return digest(article.headline(), article.summary(), article.content().text(),
                String.join("\n", article.bylines()), String.join("\n", article.declared().sections()),
                told ? "" : article.url().orElse(""), told ? "" : article.sourceArticleId().orElse(""),
                told || named
                        ? ""
                        : article.publishedAt().map(time -> time.atZone(ZoneOffset.UTC).toLocalDate().toString())
                                .orElse(""));
    }

    static String digest(byte[] bytes) {
        return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(Sha256.begin().digest(bytes), 2 * BYTES));
    }

    private static String digest(String... parts) {
        MessageDigest sha = Sha256.begin();
        for (String part : parts) {
            sha.update(part.getBytes(UTF_8));
            sha.update((byte) 0);
        }
        return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(sha.digest(), BYTES));
    }

    static Set<String> of(String seen) {
        Set<String> digests = HashSet.newHashSet(seen.length() / CHARACTERS);
        for (int from = 0; from + CHARACTERS <= seen.length(); from += CHARACTERS) {
            digests.add(seen.substring(from, from + CHARACTERS));
        }
        return digests;
    }

    /** Those of the document, then as many of the former ones again: some items come back. */
    static String after(String former, List<String> document) {
        Set<String> digests = new LinkedHashSet<>(document);
        int most = Math.min(MOST, digests.size() + Math.max(FORMER_LEAST, digests.size()));
        for (int from = 0; from + CHARACTERS <= former.length() && digests.size() < most; from += CHARACTERS) {
            digests.add(former.substring(from, from + CHARACTERS));
        }
        StringBuilder seen = new StringBuilder();
        digests.stream().limit(most).forEach(seen::append);
        return seen.toString();
    }
}
