package news.dateline.ingest.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import news.dateline.ingest.feed.FeedItem.Publisher;

/** RSS 0.9x, 1.0 and 2.0, with the elements of Dublin Core, content, media, iTunes and Atom that stand in it. */
final class RssFeed {
    private static final Set<String> CONTAINERS = Set.of("channel", "items", "item", "rdf", "rss");

    private RssFeed() {
    }

    static FeedDocument read(FeedElement root) {
        FeedElement channel = root.first("channel").orElse(root);
        Optional<String> link = link(channel);
        Optional<String> base = link.or(() -> atomLink(channel, "self"));
        List<FeedItem> items = root.within("item", CONTAINERS).limit(FeedReader.MOST_ITEMS)
                .map(item -> item(item, base)).toList();
        return new FeedDocument(FeedKind.RSS, text(channel, "title", "dc:title", "itunes:title"),
                text(channel, "description", "dc:description", "itunes:summary", "itunes:subtitle"), link,
                atomLink(channel, "self"), atomLink(channel, "hub"),
                language(channel).or(() -> root.attribute("xml:lang")), items);
    }

    private static FeedItem item(FeedElement item, Optional<String> base) {
        Optional<String> id = item.text("guid", "dc:identifier", "atom:id");
        Optional<String> link = item.text("feedburner:origlink").or(() -> link(item)).or(() -> permalink(item))
                .map(address -> FeedLink.resolve(base, address));
        FeedText summary = text(item, "description", "dc:description", "atom:summary", "itunes:summary",
                "itunes:subtitle", "media:description", "media:text");
        List<String> keywords = item.texts("media:keywords", "itunes:keywords").stream().flatMap(FeedItems::split)
                .toList();
        return new FeedItem(id.or(() -> item.attribute("rdf:about")), link,
                text(item, "title", "dc:title", "media:title", "itunes:title", "atom:title"), summary, content(item),
                authors(item), FeedItems.time(item, "pubdate", "dc:date", "dcterms:issued", "dcterms:created",
                        "dc:created", "atom:published", "atom:issued", "atom:updated", "atom:modified",
                        "dcterms:modified", "dc:modified"),
                FeedItems.time(item, "atom:updated", "atom:modified", "dcterms:modified", "dc:modified", "dc:date"),
                categories(item), keywords, language(item), item.first("source").flatMap(RssFeed::publisher));
    }

    private static FeedText text(FeedElement of, String... names) {
        return of.filled(names).or(() -> FeedItems.media(of, names))
                .map(found -> FeedText.guessed(found.rebased(found.hasElements() ? found.markup() : found.value())))
                .orElse(FeedText.NONE);
    }

    /** {@code encoded} without its prefix is a common slip. */
    private static FeedText content(FeedElement item) {
        FeedText content = text(item, "content:encoded", "encoded", "fullitem", "xhtml:body", "body", "content");
        return content.isBlank() ? item.first("atom:content").map(AtomFeed::text).orElse(FeedText.NONE) : content;
    }

    private static List<String> authors(FeedElement item) {
        List<String> named = new ArrayList<>(AtomFeed.people(item, "author", "dc:creator"));
        if (named.isEmpty()) {
            named.addAll(AtomFeed.people(item, "atom:author"));
        }
        if (named.isEmpty()) {
            named.addAll(item.texts("dc:author", "itunes:author", "media:credit", "dc:contributor"));
        }
        return named.stream().map(FeedItems::person).filter(name -> !name.isEmpty()).distinct().toList();
    }

    private static List<String> categories(FeedElement item) {
        Stream<String> itunes = item.children("itunes:category")
                .flatMap(category -> category.attribute("text").stream());
        Stream<String> atom = item.children("atom:category").flatMap(category -> category.attribute("term").stream());
        return Stream.of(item.texts("category", "dc:subject", "media:category").stream(), itunes, atom)
                .flatMap(names -> names).distinct().toList();
    }

    private static Optional<String> language(FeedElement of) {
        return of.text("language", "dc:language").or(() -> of.attribute("xml:lang"));
    }

    /** Of several the last, as other readers have it. */
    private static Optional<String> link(FeedElement of) {
        return of.children("link").filter(link -> AtomFeed.isRelated(link, "alternate") && address(link).isPresent())
                .reduce((first, last) -> last).flatMap(link -> address(link).map(link::absolute))
                .or(() -> atomLink(of, "alternate"));
    }

    private static Optional<String> address(FeedElement link) {
        return Optional.of(link.value()).filter(value -> !value.isEmpty() && value.indexOf('<') < 0)
                .or(() -> link.attribute("href"));
    }

    private static Optional<String> atomLink(FeedElement of, String relation) {
        return AtomFeed.link(of.children("atom:link"), relation);
    }

    private static Optional<String> permalink(FeedElement item) {
        return item.first("guid").filter(guid -> !guid.attribute("isPermaLink").orElse("").equalsIgnoreCase("false"))
                .map(FeedElement::value).filter(FeedLink::isWeb);
    }

    private static Optional<Publisher> publisher(FeedElement source) {
        return Optional.of(new Publisher(source.value(), source.attribute("url")))
                .filter(publisher -> !publisher.name().isEmpty());
    }
}
