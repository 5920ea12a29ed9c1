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
    private static final String BYLINE = "[rel=author], [itemprop=author], .byline, .author, .author-name, .byline-name, "
            + ".article-author, .post-author, .entry-author, .byline__name, .article__author, .story-byline, .p-author, "
            + "#byline, #author, [class*=byline], [class*=Byline], [class*=author__name], [class*=authorName]";
    private static final String DATED = "time[pubdate], time.published, time.entry-date, [class*=publish] time, article time, "
            + "header time, time, [class*=publishdate], [class*=pubdate], [class*=published], [class*=post-date], "
            + "[class*=entry-date], [class*=article-date], [class*=article__date], [class*=timestamp], [class*=dateline], "
            + "[class*=datetime], .date, [class*=date]";
    private static final int MOST_TRIED = 40;

    private static final int MOST_META = 1_000;

    private final Document page;
    private final Map<String, List<String>> meta = new HashMap<>();

    private PageMetadata(Document page) {
        this.page = page;
        page.select("meta[content]").stream().limit(MOST_META).forEach(element -> Stream
                .of("property", "name", "itemprop")
                .flatMap(key -> Stream.of(element.attr(key).toLowerCase(Locale.ROOT).split("\\s+"))).distinct()
                .forEach(name -> meta.computeIfAbsent(name, first -> new ArrayList<>()).add(element.attr("content"))));
    }

    static PageFields of(Document page, LinkedData data) {
        PageMetadata metadata = new PageMetadata(page);
        PageFields said = data.fields().or(metadata.microdata()).or(metadata.meta());
        String siteName = metadata.metaText(SITE.subList(0, 1));
        PageFields named = siteName.isEmpty() || !said.siteName().isEmpty() ? said : metadata.named(said, siteName);
        PageFields whole = named.or(metadata.markup(named.siteName()));
        return new PageFields(PageHeadline.withoutSite(whole.headline(), whole.siteName()), whole.bylines(),
                whole.publishedAt(), whole.updatedAt(), metadata.language(whole.language()),
                metadata.address(whole.url()),
                whole.siteName());
    }

    private PageFields named(PageFields said, String siteName) {
        return new PageFields(said.headline(), said.bylines(), said.publishedAt(), said.updatedAt(), said.language(),
                said.url(), siteName);
    }

    private PageFields microdata() {
        return new PageFields(PageFields.firstLine(property("headline")),
                property("author").flatMap(name -> Bylines.ofLine(name).stream()).distinct().limit(10).toList(),
                time(Stream.concat(property("datePublished"), property("dateCreated"))), time(property("dateModified")),
                Optional.empty(), Optional.empty(), "");
    }

    private Stream<String> property(String name) {
        return page.select("[itemprop~=(?i)^" + name + "$]").stream().limit(MOST_TRIED).map(PageMetadata::value);
    }

    private PageFields meta() {
        return new PageFields(metaText(TITLE),
                AUTHOR.stream().map(this::metaAll).map(values -> values.stream()
                        .flatMap(value -> Bylines.names(value).stream()).distinct().limit(10).toList())
                        .filter(names -> !names.isEmpty()).findFirst().orElse(List.of()),
                time(metaValues(PUBLISHED)), time(metaValues(UPDATED)), Optional.empty(),
                Optional.of(metaText(List.of("og:url"))).filter(url -> !url.isEmpty()), metaText(SITE));
    }

    private PageFields markup(String siteName) {
        List<String> bylines = page.select(BYLINE).stream().limit(MOST_TRIED)
                .filter(element -> element.parents().stream().noneMatch(PageMetadata::isElsewhere))
                .map(element -> Bylines.ofLine(PageFields.shortText(element))).filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(List.of());
        return new PageFields(PageHeadline.of(page, siteName), bylines,
                time(page.select(DATED).stream().limit(MOST_TRIED).map(PageMetadata::value)), Optional.empty(),
                Optional.empty(), Optional.empty(), "");
    }

    private static boolean isElsewhere(Element element) {
        String names = (element.className() + " " + element.id()).toLowerCase(Locale.ROOT);
        return names.contains("comment") || names.contains("related") || element.normalName().equals("footer")
                || element.normalName().equals("aside");
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

    private static String value(Element element) {
        return Stream.of("content", "datetime", "data-datetime", "title").filter(element::hasAttr).map(element::attr)
                .filter(text -> !text.isBlank()).findFirst()
                .orElseGet(() -> PageFields.shortText(element));
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
