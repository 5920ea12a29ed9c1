package news.dateline.enrich.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import news.dateline.contract.CanonicalUrl;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a page says of its article outside the article's text: JSON-LD first, then microdata, meta elements, markup. */
final class PageMetadata {
    private static final List<String> TITLE = List.of("dc:title", "dc.title", "dcterms.title", "og:title",
            "twitter:title", "parsely-title", "sailthru.title");
    private static final List<String> AUTHOR = List.of("dc:creator", "dc.creator", "dcterms.creator", "author",
            "article:author", "parsely-author", "sailthru.author", "byl", "twitter:data1", "creator");
    private static final List<String> PUBLISHED = List.of("article:published_time", "og:published_time",
            "datepublished", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date",
            "publication_date", "published_time", "article.published", "og:article:published_time", "dc.date.issued",
            "dcterms.created", "dcterms.date", "dc.date", "dc:date", "date", "article_date_original",
            "originalpublicationdate",
            "created", "displaydate", "ptime", "timestamp");
    private static final List<String> UPDATED = List.of("article:modified_time", "og:updated_time", "datemodified",
            "dcterms.modified", "last-modified", "lastmod", "utime");
    private static final List<String> SITE = List.of("og:site_name", "application-name", "dc.publisher", "publisher");
    private static final int MOST_TRIED = 40;

    private static final int MOST_META = 1_000;

    private final Document page;
    private final List<Element> properties;
    private final Map<String, List<String>> meta = new HashMap<>();

    private PageMetadata(Document page) {
        this.page = page;
        this.properties = page.select("[itemprop]");
        page.select("meta[content]").stream().limit(MOST_META).forEach(element -> Stream
                .of("property", "name", "itemprop")
                .flatMap(key -> Stream.of(element.attr(key).toLowerCase(Locale.ROOT).split("\\s+"))).distinct()
                .forEach(name -> meta.computeIfAbsent(name, first -> new ArrayList<>()).add(element.attr("content"))));
    }

    static PageFields of(Document page, LinkedData data) {
        PageMetadata metadata = new PageMetadata(page);
        PageFields said = data.fields().or(metadata.microdata()).or(metadata.meta());
        PageFields whole = new PageFields(PageHeadline.withoutSite(said.headline(), said.siteName()), said.bylines(),
                said.publishedAt(), said.updatedAt(), metadata.language(said.language()), metadata.address(said.url()),
                said.siteName());
        return PageMarkup.fill(whole, page);
    }

    private PageFields microdata() {
        return new PageFields(PageFields.firstLine(property("headline")),
                property("author").flatMap(name -> Bylines.ofLine(name).stream()).distinct().limit(10).toList(),
                time(Stream.concat(property("datePublished"), property("dateCreated"))), time(property("dateModified")),
                Optional.empty(), Optional.empty(), "");
    }

    private Stream<String> property(String name) {
        return properties.stream().filter(element -> element.attr("itemprop").equalsIgnoreCase(name)).limit(MOST_TRIED)
                .map(PageFields::value);
    }

    private PageFields meta() {
        return new PageFields(metaText(TITLE),
                AUTHOR.stream().map(this::metaAll).map(values -> values.stream()
                        .flatMap(value -> Bylines.names(value).stream()).distinct().limit(10).toList())
                        .filter(names -> !names.isEmpty()).findFirst().orElse(List.of()),
                time(metaValues(PUBLISHED)), time(metaValues(UPDATED)), Optional.empty(),
                Optional.of(metaText(List.of("og:url"))).filter(url -> !url.isEmpty()), metaText(SITE));
    }

    private Optional<String> language(Optional<String> said) {
        return Stream.of(Stream.of(page.select("html").attr("lang")), said.stream(), metaValues(List.of("og:locale")),
                page.select("meta[http-equiv=content-language]").eachAttr("content").stream(),
                Stream.of(page.body().attr("lang"), page.select("html").attr("xml:lang")))
                .flatMap(tags -> tags).flatMap(tag -> tag(tag).stream()).findFirst();
    }

    private static Optional<String> tag(String language) {
        try {
            String tag = language.strip().replace('_', '-');
            return Optional.of(new Locale.Builder().setLanguageTag(tag).build().toLanguageTag())
                    .filter(known -> !known.equals("und"));
        } catch (IllformedLocaleException e) {
            // "English" and the like: the language is detected then.
            return Optional.empty();
        }
    }

    /** The first address that can be the article's own. */
    private Optional<String> address(Optional<String> said) {
        return Stream.concat(page.select("link[rel=canonical]").stream().map(link -> link.absUrl("href").isEmpty()
                ? link.attr("href")
                : link.absUrl("href")), Stream.concat(metaValues(List.of("og:url")), said.stream()))
                .filter(url -> CanonicalUrl.of(url).filter(form -> !CanonicalUrl.isFrontPage(form)).isPresent())
                .findFirst();
    }

    private static Optional<Instant> time(Stream<String> texts) {
        return texts.flatMap(text -> PageTime.read(text).stream()).findFirst();
    }

    private String metaText(List<String> names) {
        return PageFields.firstLine(metaValues(names));
    }

    private Stream<String> metaValues(List<String> names) {
        return names.stream().flatMap(name -> metaAll(name).stream());
    }

    private List<String> metaAll(String name) {
        return meta.getOrDefault(name, List.of());
    }
}
