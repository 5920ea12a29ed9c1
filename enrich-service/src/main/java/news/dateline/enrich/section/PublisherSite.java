package news.dateline.enrich.section;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import news.dateline.contract.RawArticle;

/** The site that an article was published at. */
public final class PublisherSite {
    private PublisherSite() {
    }

    /** The host of the source's site or, without one, of the article's address. */
    public static Optional<String> of(RawArticle article) {
        return article.source().url().or(article::url).map(PublisherSite::host).filter(host -> !host.isEmpty());
    }

    /** The host of an address, in lower case; empty where it has none. */
    static String host(String url) {
        int scheme = url.indexOf("://");
        int from = scheme < 0 ? 0 : scheme + 3;
        int to = from;
        while (to < url.length() && "/?#:".indexOf(url.charAt(to)) < 0) {
            to++;
        }
        return url.substring(from, to).toLowerCase(Locale.ROOT);
    }

    /** The registered domain, so that a publisher's editions and subdomains count as one. */
    static String domain(String host) {
        String[] parts = host.split("\\.");
        int keep = parts.length >= 3 && parts[parts.length - 1].length() == 2 && parts[parts.length - 2].length() <= 3
                ? 3
                : 2;
        int from = Math.max(0, parts.length - keep);
        return String.join(".", Arrays.asList(parts).subList(from, parts.length));
    }
}
