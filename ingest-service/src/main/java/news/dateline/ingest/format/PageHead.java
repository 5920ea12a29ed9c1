package news.dateline.ingest.format;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import java.util.stream.Stream;
import news.dateline.contract.CanonicalUrl;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page says of itself to machines, as far as it tells which article it is; all the rest is enrich's.
 *
 * @param address   its canonical address
 * @param headline  its title, or else its first words; blank where it has neither
 * @param published when it was first published, as it was written
 * @param modified  when its text was last changed, as it was written
 */
record PageHead(Optional<String> address, String headline, String siteName, Optional<String> published,
        Optional<String> modified) {
    /** It stands in the first half million characters, or is not looked for. */
    private static final int WITHIN = 500_000;
    private static final int MOST_SCRIPTS = 20;
    private static final int WORDS_FOR_A_TITLE = 200;
    private static final List<String> PUBLISHED = List.of("meta[property=article:published_time]",
            "[itemprop=datePublished]", "meta[name=parsely-pub-date]", "meta[name=article:published_time]",
            "meta[property=og:published_time]", "meta[name=date]");

    private static final List<String> MODIFIED = List.of("meta[property=article:modified_time]",
            "[itemprop=dateModified]", "meta[property=og:updated_time]");

    /** A hostile page's tree takes forty megabytes for a moment; many at once may not. */
    private static final Semaphore ROOM = new Semaphore(4);

    static PageHead of(String html, String address) {
        ROOM.acquireUninterruptibly();
        try {
            return read(html, address);
        } finally {
            ROOM.release();
        }
    }

    private static PageHead read(String html, String address) {
        Document page = Jsoup.parse(html.length() > WITHIN ? html.substring(0, WITHIN) : html, address);
        List<Member> articles = page.select("script[type=application/ld+json]").stream().limit(MOST_SCRIPTS)
                .flatMap(script -> linkedData(script.data()).stream()).toList();
        return new PageHead(canonical(page, articles), headline(page, articles), siteName(page),
                inData(articles, "datePublished").or(() -> first(page, PUBLISHED.stream(), text -> true)),
                inData(articles, "dateModified").or(() -> first(page, MODIFIED.stream(), text -> true)));
    }

    boolean isBlank() {
        return headline.isBlank();
    }

    private static List<Member> linkedData(String json) {
        try {
            return LinkedDataArticle.in(json.replace("<![CDATA[", "").replace("]]>", "").strip());
        } catch (BrokenRule e) {
            // Broken JSON beside a page says nothing; the page itself still does.
            return List.of();
        }
    }

    /** A link to the front page is a mistake of many sites: all their articles would be one. */
    private static Optional<String> canonical(Document page, List<Member> articles) {
        return first(page, Stream.of("link[rel=canonical]", "meta[property=og:url]"), PageHead::isArticle)
                .or(() -> inData(articles, "url", "mainEntityOfPage").filter(PageHead::isArticle));
    }

    private static boolean isArticle(String address) {
        return CanonicalUrl.of(address).filter(url -> !CanonicalUrl.isFrontPage(url)).isPresent();
    }

    private static String headline(Document page, List<Member> articles) {
        return inData(articles, "headline")
                .or(() -> first(page, Stream.of("meta[property=og:title]", "meta[name=twitter:title]", "title", "h1"),
                        text -> true))
                .orElseGet(() -> beginning(page.text()));
    }

    private static String beginning(String text) {
        return text.length() <= WORDS_FOR_A_TITLE ? text : text.substring(0, WORDS_FOR_A_TITLE);
    }

    private static String siteName(Document page) {
        return first(page, Stream.of("meta[property=og:site_name]"), text -> true).orElse("");
    }

    private static Optional<String> inData(List<Member> articles, String... names) {
        return articles.stream().flatMap(article -> Stream.of(names).flatMap(name -> article.at(name).stream()))
                .map(member -> member.node().isObject() ? member.node().path("@id") : member.node())
                .filter(node -> node.isString() && !node.stringValue().isBlank()).map(node -> node.stringValue())
                .findFirst();
    }

    private static Optional<String> first(Document page, Stream<String> selectors, Predicate<String> good) {
        return selectors.flatMap(selector -> page.select(selector).stream().map(PageHead::value))
                .filter(text -> !text.isBlank()).filter(good).findFirst();
    }

    private static String value(Element element) {
        return switch (element.normalName()) {
            case "link" -> element.absUrl("href").isEmpty() ? element.attr("href") : element.absUrl("href");
            case "meta" -> element.attr("content");
            case "time" -> element.hasAttr("datetime") ? element.attr("datetime") : element.text();
            default -> element.hasAttr("content") ? element.attr("content") : element.text();
        };
    }
}
