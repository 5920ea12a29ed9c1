package news.dateline.ingest.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import news.dateline.ingest.feed.FeedItem.Publisher;

/** Atom 0.3 and 1.0, with or without their namespace. */
final class AtomFeed {
    private static final Set<String> CONTAINERS = Set.of("feed", "entry");
    private static final String[] ADDRESSES = {"atom:uri", "uri", "atom:url", "url", "homepage", "atom:homepage"};
    private static final String REGISTERED = "http://www.iana.org/assignments/relation/";

    private AtomFeed() {
    }

    static FeedDocument read(FeedElement document) {
        FeedElement root = document.at(link(links(document), "self").filter(FeedLink::isWeb));
        Optional<String> language = root.attribute("xml:lang").or(() -> root.text("dc:language"));
        List<String> authors = people(root, "atom:author", "author");
        List<FeedItem> items = root.within("entry", CONTAINERS).limit(FeedReader.MOST_ITEMS)
                .map(entry -> entry(entry, authors)).toList();
        return new FeedDocument(FeedKind.ATOM, text(root, "title"),
                first(root, "subtitle", "tagline").map(AtomFeed::text).orElse(FeedText.NONE),
                link(links(root), "alternate"), link(links(root), "self"), link(links(root), "hub"), language, items);
    }

    private static FeedItem entry(FeedElement entry, List<String> authors) {
        Optional<FeedElement> content = content(entry.children().filter(child -> child.isNamed("content")).toList());
        return new FeedItem(
                first(entry, "id").map(id -> id.based(id.value())).filter(id -> !id.isBlank()),
                link(links(entry), "alternate"), text(entry, "title"), summary(entry),
                content.map(AtomFeed::text).orElse(FeedText.NONE), authors(entry, authors),
                FeedItems.time(entry, "atom:published", "published", "atom:issued", "issued", "atom:created",
                        "created", "dc:date", "atom:updated", "updated", "atom:modified", "modified"),
                FeedItems.time(entry, "atom:updated", "updated", "atom:modified", "modified"), categories(entry),
                entry.texts("media:keywords").stream().flatMap(FeedItems::split).toList(),
                entry.attribute("xml:lang").or(() -> content.flatMap(text -> text.attribute("xml:lang")))
                        .or(() -> first(entry, "title").flatMap(title -> title.attribute("xml:lang"))),
                first(entry, "source").flatMap(AtomFeed::publisher));
    }

    /** Atom 0.3 has several for programs to choose from, side by side or within one: HTML has the paragraphs. */
    private static Optional<FeedElement> content(List<FeedElement> contents) {
        List<FeedElement> texts = contents.stream()
                .flatMap(content -> type(content).startsWith("multipart/") ? content.children() : Stream.of(content))
                .filter(AtomFeed::isText).toList();
        return texts.stream().filter(content -> type(content).contains("html")).findFirst()
                .or(() -> texts.stream().findFirst());
    }

    private static FeedText summary(FeedElement entry) {
        return first(entry, "summary").map(AtomFeed::text)
                .or(() -> entry.filled("media:description").or(() -> FeedItems.media(entry, "media:description"))
                        .map(found -> FeedText.guessed(found.value())))
                .orElse(FeedText.NONE);
    }

    private static String type(FeedElement element) {
        return element.attribute("type").orElse("text").toLowerCase(Locale.ROOT);
    }

    private static Optional<FeedElement> first(FeedElement of, String... names) {
        return Stream.of(names).flatMap(name -> of.first("atom:" + name, name).stream()).findFirst();
    }

    private static FeedText text(FeedElement of, String name) {
        return first(of, name).map(AtomFeed::text).orElse(FeedText.NONE);
    }

    /** An Atom text construct, by its type and, in Atom 0.3, its mode. */
    static FeedText text(FeedElement element) {
        String type = type(element);
        String mode = element.attribute("mode").orElse("").toLowerCase(Locale.ROOT);
        String value = element.rebased(element.value());
        if (mode.equals("base64") || type.equals("application/octet-stream")) {
            String decoded = base64(value);
            return FeedText.guessed(decoded);
        }
        Optional<FeedElement> div = element.first("xhtml:div", "div").filter(only -> element.children().count() == 1);
        if (type.contains("xhtml")) {
            return FeedText.html(div.map(only -> element.rebased(only.markup())).orElse(value));
        }
        return type.contains("html")
                // Markup that is escaped, within a div that is not: neither HTML nor XHTML as Atom has them.
                ? FeedText.html(div.map(only -> element.rebased(only.value())).orElse(value))
                : new FeedText(value,
                        element.hasElements() || (!type.equals("text") && FeedText.guessed(value).html()));
    }

    private static boolean isText(FeedElement content) {
        String type = type(content);
        return content.attribute("src").isEmpty() && !type.startsWith("image/") && !type.startsWith("audio/")
                && !type.startsWith("video/");
    }

    /** As it stands where it says that it is in base64 and is not. */
    private static String base64(String value) {
        try {
            return new String(Base64.getMimeDecoder().decode(value), UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    private static Stream<FeedElement> links(FeedElement of) {
        return of.children().filter(child -> child.isNamed("link"));
    }

    /** Of several the first that leads to a page rather than to data. */
    static Optional<String> link(Stream<FeedElement> links, String relation) {
        List<FeedElement> related = links.filter(link -> isRelated(link, relation)).toList();
        return Stream.concat(related.stream().filter(link -> link.attribute("type").orElse("html").contains("html")),
                related.stream()).flatMap(link -> address(link).stream()).findFirst();
    }

    /** A link without a relation is the page itself. */
    static boolean isRelated(FeedElement link, String relation) {
        String given = link.attribute("rel").orElse("alternate").toLowerCase(Locale.ROOT);
        return (given.startsWith(REGISTERED) ? given.substring(REGISTERED.length()) : given).equals(relation);
    }

    /** Some write it as RSS has it: as the text. */
    private static Optional<String> address(FeedElement link) {
        return link.attribute("href").or(() -> Optional.of(link.value()).filter(FeedLink::isWeb)).map(link::absolute);
    }

    /** Without any of its own, those of the feed that it was taken from, or else of this one. */
    private static List<String> authors(FeedElement entry, List<String> ofFeed) {
        return Stream.of(people(entry, "atom:author", "author"), entry.texts("dc:creator"),
                first(entry, "source").map(source -> people(source, "atom:author", "author")).orElse(List.of()), ofFeed)
                .filter(people -> !people.isEmpty()).findFirst().orElse(List.of());
    }

    /** Their names, else their mail addresses; RSS has no parts of a person, but some write them so. */
    static List<String> people(FeedElement of, String... names) {
        return Stream.of(names).flatMap(of::children)
                .flatMap(person -> person.text("atom:name", "name", "atom:email", "email")
                        .or(() -> Optional.of(person.value()).filter(text -> person.text(ADDRESSES).isEmpty()))
                        .stream())
                .filter(name -> !name.isBlank()).distinct().toList();
    }

    /** The label is for people, the term for programs. */
    private static List<String> categories(FeedElement entry) {
        Stream<String> own = entry.children().filter(child -> child.isNamed("category"))
                .flatMap(category -> category.attribute("label").or(() -> category.attribute("term"))
                        .or(() -> Optional.of(category.value()).filter(text -> !text.isEmpty())).stream());
        return Stream.concat(own, entry.texts("dc:subject").stream()).distinct().toList();
    }

    private static Optional<Publisher> publisher(FeedElement source) {
        String name = text(source, "title").words();
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(new Publisher(name, link(links(source), "alternate")));
    }
}
