package news.dateline.ingest.format;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.dateline.contract.Content;
import news.dateline.contract.RawArticle;
import news.dateline.contract.RejectionReason;
import org.jsoup.parser.Parser;
import tools.jackson.databind.node.StringNode;

/** schema.org's {@code NewsArticle} as JSON-LD: alone, in a list, in a graph, or as the main entity of a page. */
final class LinkedDataArticle {
    private static final Set<String> TYPES = Set.of("NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle",
            "AskPublicNewsArticle", "BackgroundNewsArticle", "OpinionNewsArticle", "ReviewNewsArticle", "Article",
            "BlogPosting", "LiveBlogPosting", "TechArticle", "ScholarlyArticle", "SocialMediaPosting", "Report",
            "SatiricalArticle", "AdvertiserContentArticle");

    private static final Pattern MARKUP = Pattern.compile("(?i)</?(?:p|br|div|h[1-6]|ul|li|a|em|strong)[\\s/>]");

    private final Map<String, Member> byId = new HashMap<>();
    private final List<Member> articles = new ArrayList<>();
    private final Instant receivedAt;

    private LinkedDataArticle(Instant receivedAt) {
        this.receivedAt = receivedAt;
    }

    static RawArticle read(String json, Instant receivedAt) {
        LinkedDataArticle document = new LinkedDataArticle(receivedAt);
        document.collect(new Member("", BoundedJson.tree(json)));
        if (document.articles.size() != 1) {
            throw new BrokenRule(RejectionReason.NOT_AN_ARTICLE, document.articles.isEmpty()
                    ? "must have a NewsArticle, or another article of schema.org, as its @type"
                    : "must be one article; several go as application/x-ndjson, one on each line");
        }
        return document.article(document.articles.getFirst());
    }

    /** The articles that a document describes, in its order. */
    static List<Member> in(String json) {
        LinkedDataArticle document = new LinkedDataArticle(Instant.EPOCH);
        document.collect(new Member("", BoundedJson.tree(json)));
        return List.copyOf(document.articles);
    }

    private void collect(Member member) {
        for (Member node : member.entries()) {
            node.at("@id").filter(id -> id.node().isString() && node.node().size() > 1)
                    .ifPresent(id -> byId.putIfAbsent(id.node().stringValue(), node));
            if (isArticle(node)) {
                articles.add(node);
            }
            node.at("@graph").ifPresent(this::collect);
            node.at("mainEntity").filter(entity -> !isArticle(node)).ifPresent(this::collect);
        }
    }

    private static boolean isArticle(Member node) {
        return node.at("@type").map(Member::entries).orElse(List.of()).stream().filter(type -> type.node().isString())
                .map(type -> type.node().stringValue()).map(type -> type.substring(1 + lastMark(type)))
                .anyMatch(TYPES::contains);
    }

    /** A type may stand with its vocabulary's address or prefix before it. */
    private static int lastMark(String type) {
        return Math.max(type.lastIndexOf('/'), Math.max(type.lastIndexOf(':'), type.lastIndexOf('#')));
    }

    private RawArticle article(Member node) {
        ArticleDraft draft = new ArticleDraft(receivedAt);
        draft.id = words(node, "identifier").flatMap(id -> id.text(FieldRules.ID_MOST));
        draft.url = address(node);
        draft.headline = words(node, "headline", "name").map(LinkedDataArticle::unescaped)
                .flatMap(text -> text.text(FieldRules.HEADLINE_MOST)).orElse("");
        draft.summary = words(node, "description").map(LinkedDataArticle::unescaped)
                .flatMap(text -> text.text(FieldRules.SUMMARY_MOST)).orElse("");
        draft.text = words(node, "articleBody", "text").map(text -> Characters.storable(text.text())).orElse("");
        if (MARKUP.matcher(draft.text).find()) {
            draft.contentType = Content.HTML;
        } else {
            draft.text = Parser.unescapeEntities(draft.text, false);
        }
        draft.bylines = names(node, "author", "creator");
        draft.sections = names(node, "articleSection");
        draft.keywords = names(node, "keywords").stream().flatMap(text -> Stream.of(text.split(",")))
                .map(String::strip).filter(text -> !text.isEmpty()).limit(FieldRules.LIST_MOST).toList();
        draft.language = node.at("inLanguage").flatMap(this::first)
                .flatMap(language -> language.at("alternateName").or(() -> name(language))).flatMap(Member::language);
        draft.publishedAt = words(node, "datePublished", "dateCreated").flatMap(time -> time.time(receivedAt));
        draft.updatedAt = words(node, "dateModified").flatMap(time -> time.time(receivedAt));
        Optional<Member> publisher = node.at("publisher", "sourceOrganization").flatMap(this::first);
        draft.sourceName = publisher.flatMap(this::name).flatMap(name -> name.text(FieldRules.NAME_MOST)).orElse("");
        draft.sourceUrl = publisher.flatMap(named -> named.at("url")).flatMap(this::first).flatMap(Member::url);
        return draft.article();
    }

    /** The article's own address, or that of the page that it is the main entity of. */
    private Optional<String> address(Member node) {
        return words(node, "url").flatMap(Member::url)
                .or(() -> node.at("mainEntityOfPage").flatMap(this::first)
                        .flatMap(page -> page.node().isObject() ? page.at("url", "@id") : Optional.of(page))
                        .filter(LinkedDataArticle::isWebAddress).flatMap(Member::url))
                .or(() -> node.at("@id").filter(LinkedDataArticle::isWebAddress).flatMap(Member::url));
    }

    private static boolean isWebAddress(Member member) {
        return member.node().isString() && member.node().stringValue().strip().matches("(?is)https?://.*");
    }

    /** The first of these members as text, which may be wrapped as a value, a property or a thing with a name. */
    private Optional<Member> words(Member node, String... names) {
        return node.at(names).flatMap(this::first).flatMap(this::name);
    }

    private List<String> names(Member node, String... names) {
        return node.at(names).map(member -> member.bounded(member.entries())).orElse(List.of()).stream()
                .map(this::resolved).flatMap(entry -> name(entry).stream())
                .flatMap(name -> name.text(name.path().equals("keywords") ? Integer.MAX_VALUE : FieldRules.NAME_MOST)
                        .stream())
                .toList();
    }

    private Optional<Member> first(Member member) {
        return member.entries().stream().findFirst().map(this::resolved);
    }

    /** A number is as good as the text of it: ids often are. */
    private Optional<Member> name(Member member) {
        Optional<Member> name = member.node().isObject()
                ? member.at("@value", "name", "value", "alternateName")
                        .flatMap(value -> value.entries().stream().findFirst())
                : Optional.of(member);
        return name.map(value -> value.node().isNumber()
                ? new Member(value.path(), StringNode.valueOf(value.node().asString()))
                : value);
    }

    /** Publishers write their texts' entities into this JSON, where they mean nothing. */
    private static Member unescaped(Member text) {
        return new Member(text.path(), StringNode.valueOf(Parser.unescapeEntities(text.text(), false)));
    }

    /** What an object that is only an {@code @id} stands for. */
    private Member resolved(Member member) {
        return member.at("@id").filter(id -> id.node().isString()).filter(id -> member.node().size() == 1)
                .map(id -> byId.getOrDefault(id.node().stringValue(), member)).orElse(member);
    }
}
