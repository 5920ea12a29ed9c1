package news.dateline.ingest.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * An element of a feed in XML, however broken: no document type is heeded, so no entity expands or reaches outside.
 *
 * <p>Names are {@code prefix:name} with the prefixes that everybody uses, whatever the document calls them; RSS's and the
 * sitemap protocol's own have none.
 */
final class FeedElement {
    private static final int DEEPEST = 128;
    private static final int MOST_PREFIXES = 100;
    private static final int MOST_TAGS = 500_000;
    private static final Set<String> ROOTS = Set.of("rss", "rdf", "feed", "urlset", "channel");
    private static final Pattern DECLARATION = Pattern.compile("xmlns(:[^\\s=\"'<>/]{0,100})?\\s{0,9}=");
    private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]");
    private static final Pattern BARE = Pattern.compile("&(?!#\\d{1,8};|#[xX]\\p{XDigit}{1,7};|[A-Za-z]\\w{1,31};)");
    private static final String CDATA = "<![CDATA[";
    private static final String CDATA_END = "]]>";
    private static final Pattern REFERENCE = Pattern.compile("\\b(href|src)=([\"'])([^\"'<>]{1,4000})\\2");
    private static final Map<String, String> PREFIXES = Map.of("purl.org/dc/terms", "dcterms:", "purl.org/dc/elements",
            "dc:",
            "purl.org/rss/1.0/modules/content", "content:", "search.yahoo.com/mrss", "media:", "itunes.com/dtds",
            "itunes:", "w3.org/2005/atom", "atom:", "purl.org/atom/ns", "atom:", "schemas/sitemap-news", "news:",
            "w3.org/1999/xhtml", "xhtml:", "feedburner", "feedburner:");
    private static final List<String> OWN = List.of("purl.org/rss/1.0/", "netscape.com/rdf", "backend.userland.com",
            "schemas/sitemap/", "blogs.law.harvard.edu");

    private final Element element;
    private final String name;
    private final Optional<String> address;
    /** Both once asked for: each dialect asks for many names. */
    private List<FeedElement> children;
    private Map<String, List<FeedElement>> byName;

    private FeedElement(Element element, Optional<String> address) {
        this.element = element;
        this.name = name(element);
        this.address = address;
    }

    static FeedElement root(String xml, Optional<String> address) {
        if (xml.chars().filter(character -> character == '<').count() > MOST_TAGS) {
            throw new UnreadableFeed("must have no more than " + MOST_TAGS + " tags");
        }
        refuseManyPrefixes(xml);
        Document document = Parser.xmlParser().setMaxDepth(DEEPEST).parseInput(cleaned(xml), "");
        document.outputSettings().prettyPrint(false).syntax(Document.OutputSettings.Syntax.xml);
        return document.stream().filter(element -> ROOTS.contains(local(element))).findFirst()
                .map(element -> new FeedElement(element, address))
                .orElseThrow(() -> new UnreadableFeed("must be RSS, Atom, JSON Feed or a news sitemap"));
    }

    /**
     * Without control characters; and an ampersand that begins no reference stands for itself. The parser knows some names
     * without their semicolon as well, and would make a sign of the "copy" in an address that ends in "&amp;copy=2".
     */
    private static String cleaned(String xml) {
        String text = CONTROLS.matcher(xml).replaceAll("");
        StringBuilder cleaned = new StringBuilder(text.length());
        int from = 0;
        while (from < text.length()) {
            int cdata = text.indexOf(CDATA, from);
            int to = cdata < 0 ? text.length() : cdata;
            cleaned.append(BARE.matcher(text.substring(from, to)).replaceAll("&amp;"));
            int end = cdata < 0 ? -1 : text.indexOf(CDATA_END, cdata);
            from = end < 0 ? text.length() : end + CDATA_END.length();
            cleaned.append(text, to, from);
        }
        return cleaned.toString();
    }

    /** The parser keeps the prefixes in force for every element: a document with very many would cost without bound. */
    private static void refuseManyPrefixes(String xml) {
        Set<String> prefixes = new HashSet<>();
        Matcher declarations = DECLARATION.matcher(xml);
        while (declarations.find()) {
            prefixes.add(declarations.group());
            if (prefixes.size() > MOST_PREFIXES) {
                throw new UnreadableFeed("must declare no more than " + MOST_PREFIXES + " namespace prefixes");
            }
        }
    }

    private static String local(Element element) {
        String tag = element.tagName();
        return tag.substring(tag.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
    }

    private static String name(Element element) {
        String local = local(element);
        String tag = element.tagName();
        int colon = tag.indexOf(':');
        if (colon > 0 && PREFIXES.containsValue(tag.substring(0, colon + 1))) {
            // Also where it was never declared: the parser takes it for one of the namespace around then.
            return tag.substring(0, colon + 1) + local;
        }
        String space = element.tag().namespace().strip().toLowerCase(Locale.ROOT);
        for (var known : PREFIXES.entrySet()) {
            if (space.contains(known.getKey())) {
                return known.getValue() + local;
            }
        }
        return colon < 0 || OWN.stream().anyMatch(space::contains)
                ? local
                : tag.substring(0, colon + 1).toLowerCase(Locale.ROOT) + local;
    }

    String localName() {
        return local(element);
    }

    /** The elements directly within, in order. */
    Stream<FeedElement> children() {
        if (children == null) {
            children = element.childNodes().stream().filter(Element.class::isInstance)
                    .map(child -> new FeedElement((Element) child, address)).toList();
        }
        return children.stream();
    }

    Stream<FeedElement> children(String wanted) {
        return named(wanted).stream();
    }

    private List<FeedElement> named(String wanted) {
        if (byName == null) {
            byName = new HashMap<>();
            children().forEach(child -> byName.computeIfAbsent(child.name, name -> new ArrayList<>()).add(child));
        }
        return byName.getOrDefault(wanted, List.of());
    }

    /** The first element of the first of these names that has any. */
    Optional<FeedElement> first(String... names) {
        for (String name : names) {
            if (!named(name).isEmpty()) {
                return Optional.of(named(name).getFirst());
            }
        }
        return Optional.empty();
    }

    /** The first text of these names that is not blank. */
    Optional<String> text(String... names) {
        return filled(names).map(FeedElement::value);
    }

    /** The first element of these names with a text that is not blank. */
    Optional<FeedElement> filled(String... names) {
        for (String name : names) {
            for (FeedElement child : named(name)) {
                if (!child.value().isBlank()) {
                    return Optional.of(child);
                }
            }
        }
        return Optional.empty();
    }

    List<String> texts(String... names) {
        return Stream.of(names).flatMap(this::children)
                .map(FeedElement::value).filter(value -> !value.isBlank()).distinct().toList();
    }

    /** Text with its escapes undone; where elements stand in it, the markup as it stands. */
    String value() {
        List<Node> nodes = element.childNodes();
        if (nodes.stream().anyMatch(Element.class::isInstance)) {
            return element.html().strip();
        }
        StringBuilder text = new StringBuilder();
        nodes.forEach(node -> {
            if (node instanceof TextNode characters) {
                text.append(characters.getWholeText());
            }
        });
        return text.toString().strip();
    }

    /** The markup within, as it stands, its text escaped; names of XHTML without the prefix that some give them. */
    String markup() {
        String markup = element.html().strip();
        int colon = element.tagName().indexOf(':');
        if (colon < 0) {
            return markup;
        }
        String prefix = element.tagName().substring(0, colon + 1);
        return markup.replace("<" + prefix, "<").replace("</" + prefix, "</");
    }

    /** The same, and what is within relative to that address where nothing in the document says otherwise. */
    FeedElement at(Optional<String> other) {
        return new FeedElement(element, address.or(() -> other));
    }

    /** Whether it is Atom's element of that name, or one of no namespace. */
    boolean isNamed(String atomName) {
        return name.equals("atom:" + atomName) || name.equals(atomName);
    }

    boolean hasElements() {
        return element.childNodes().stream().anyMatch(Element.class::isInstance);
    }

    Optional<String> attribute(String wanted) {
        return Optional.of(element.attr(wanted).strip()).filter(value -> !value.isEmpty());
    }

    /** Markup of this element with its addresses made absolute, where {@code xml:base} says by what. */
    String rebased(String markup) {
        if (markup.indexOf('<') < 0 || !isBased()) {
            return markup;
        }
        String base = absolute("");
        return REFERENCE.matcher(markup).replaceAll(found -> Matcher.quoteReplacement(found.group(1) + "="
                + found.group(2) + FeedLink.resolve(Optional.of(base), found.group(3)) + found.group(2)));
    }

    /** An address that only {@code xml:base} may make absolute: of what names things. */
    String based(String address) {
        return isBased() ? absolute(address) : address;
    }

    private boolean isBased() {
        for (Element around = element; around != null; around = around.parent()) {
            if (around.hasAttr("xml:base")) {
                return true;
            }
        }
        return false;
    }

    /** An address in this element, made absolute by what {@code xml:base} says here and around. */
    String absolute(String link) {
        List<String> bases = new ArrayList<>();
        for (Element around = element; around != null; around = around.parent()) {
            if (around.hasAttr("xml:base")) {
                bases.add(around.attr("xml:base"));
            }
        }
        address.ifPresent(bases::add);
        Optional<String> base = Optional.empty();
        for (String next : bases.reversed()) {
            base = Optional.of(FeedLink.resolve(base, next));
        }
        return link.isEmpty() ? base.orElse("") : FeedLink.resolve(base, link);
    }

    /**
     * The elements of that name within, at any depth of the containers named: RSS 1.0 has its items beside the channel, and
     * an item that was never closed holds the next one.
     */
    Stream<FeedElement> within(String wanted, Set<String> containers) {
        return element.stream().skip(1).filter(inner -> local(inner).equals(wanted))
                .filter(inner -> around(inner).allMatch(outer -> containers.contains(local(outer))))
                .map(inner -> new FeedElement(inner, address)).filter(inner -> !inner.name.contains(":")
                        || inner.name.startsWith("atom:") || inner.name.startsWith("rdf:"));
    }

    private Stream<Element> around(Element inner) {
        return Stream.iterate(inner.parent(), outer -> outer != null && !outer.equals(element), Element::parent);
    }
}
