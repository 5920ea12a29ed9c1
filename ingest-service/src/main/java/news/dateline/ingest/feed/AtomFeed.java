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

    private AtomFeed() {
    }

    static FeedDocument read(FeedElement root) {
        Optional<String> language = root.attribute("xml:lang").or(() -> root.text("dc:language"));
        List<FeedItem> items = root.within("entry", CONTAINERS).limit(FeedReader.MOST_ITEMS).map(AtomFeed::entry)
                .toList();
        return new FeedDocument(FeedKind.ATOM, text(root, "title"),
                first(root, "subtitle", "tagline").map(AtomFeed::text).orElse(FeedText.NONE),
                link(links(root), "alternate"), link(links(root), "self"), link(links(root), "hub"), language, items);
    }

    private static FeedItem entry(FeedElement entry) {
        Optional<FeedElement> content = first(entry, "content");
        return new FeedItem(first(entry, "id").map(FeedElement::value).filter(id -> !id.isBlank()),
                link(links(entry), "alternate"), text(entry, "title"), text(entry, "summary"),
                content.filter(AtomFeed::isText).map(AtomFeed::text).orElse(FeedText.NONE), authors(entry),
                FeedItems.time(entry, "atom:published", "published", "atom:issued", "issued", "atom:created",
                        "created", "dc:date", "atom:updated", "updated", "atom:modified", "modified"),
                FeedItems.time(entry, "atom:updated", "updated", "atom:modified", "modified"), categories(entry),
                entry.texts("media:keywords").stream().flatMap(FeedItems::split).toList(),
                entry.attribute("xml:lang").or(() -> content.flatMap(text -> text.attribute("xml:lang"))),
                first(entry, "source").flatMap(AtomFeed::publisher));
    }

    private static Optional<FeedElement> first(FeedElement of, String... names) {
        return Stream.of(names).flatMap(name -> of.first("atom:" + name, name).stream()).findFirst();
    }

    private static FeedText text(FeedElement of, String name) {
        return first(of, name).map(AtomFeed::text).orElse(FeedText.NONE);
    }

    /** An Atom text construct, by its type and, in Atom 0.3, its mode. */
    static FeedText text(FeedElement element) {
        String type = element.attribute("type").orElse("text").toLowerCase(Locale.ROOT);
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
        String type = content.attribute("type").orElse("text").toLowerCase(Locale.ROOT);
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

    /** A link without a relation is the page itself. */
    static Optional<String> link(Stream<FeedElement> links, String relation) {
        return links.filter(link -> link.attribute("rel").orElse("alternate").equalsIgnoreCase(relation))
                .flatMap(link -> link.attribute("href").map(link::absolute).stream()).findFirst();
    }

    private static List<String> authors(FeedElement entry) {
        List<String> people = people(entry, "atom:author", "author");
        return people.isEmpty() ? entry.texts("dc:creator") : people;
    }

    /** Their names, else their mail addresses. */
    static List<String> people(FeedElement of, String... names) {
        return Stream.of(names).flatMap(of::children)
                .flatMap(person -> (person.hasElements()
                        ? person.text("atom:name", "name", "atom:email", "email")
                        : Optional.of(person.value())).stream())
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
