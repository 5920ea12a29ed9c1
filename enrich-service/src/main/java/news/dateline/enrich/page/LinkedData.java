package news.dateline.enrich.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The article of schema.org that a page has in its JSON-LD. */
final class LinkedData {
    private static final Set<String> TYPES = Set.of("NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle",
            "AskPublicNewsArticle", "BackgroundNewsArticle", "OpinionNewsArticle", "ReviewNewsArticle", "Article",
            "BlogPosting", "LiveBlogPosting", "Report", "SatiricalArticle", "AdvertiserContentArticle", "TechArticle",
            "ScholarlyArticle", "SocialMediaPosting");
    private static final int DEEPEST = 64;
    private static final int MOST_SCRIPTS = 50;
    private static final int LONGEST = 2_000_000;
    private static final int MOST_NODES = 20_000;
    private static final int MOST_NAMES = 20;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, JsonReadFeature.ALLOW_TRAILING_COMMA).build())
            .build();

    private final Map<String, JsonNode> byId = new HashMap<>();
    private final List<JsonNode> articles = new ArrayList<>();
    private int nodes;

    private LinkedData() {
    }

    static LinkedData of(Document page) {
        LinkedData data = new LinkedData();
        page.select("script[type=application/ld+json]").stream().limit(MOST_SCRIPTS).map(Element::data)
                .filter(json -> json.length() <= LONGEST)
                .flatMap(json -> tree(json).stream()).forEach(data::collect);
        return data;
    }

    private static Optional<JsonNode> tree(String script) {
        String json = script.replace("<![CDATA[", "").replace("]]>", "");
        int from = json.indexOf('{');
        int list = json.indexOf('[');
        int start = from < 0 || (list >= 0 && list < from) ? list : from;
        int end = Math.max(json.lastIndexOf('}'), json.lastIndexOf(']'));
        if (start < 0 || end < start) {
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.readTree(json.substring(start, end + 1)));
        } catch (JacksonException e) {
            // Broken JSON beside a page says nothing; the page itself still does.
            return Optional.empty();
        }
    }

    private void collect(JsonNode node) {
        if (++nodes > MOST_NODES) {
            return;
        }
        if (node.isArray()) {
            node.forEach(this::collect);
        } else if (node.isObject()) {
            if (node.path("@id").isString() && node.size() > 1) {
                byId.putIfAbsent(node.path("@id").stringValue(), node);
            }
            if (isArticle(node)) {
                articles.add(node);
            }
            collect(node.path("@graph"));
            collect(node.path("mainEntity"));
            collect(node.path("mainEntityOfPage"));
        }
    }

    private static boolean isArticle(JsonNode node) {
        return entries(node.path("@type")).filter(JsonNode::isString).map(JsonNode::stringValue)
                .map(type -> type.substring(1 + Math.max(type.lastIndexOf('/'), type.lastIndexOf(':'))))
                .anyMatch(TYPES::contains);
    }

    PageFields fields() {
        return new PageFields(text("headline", "name"), names("author", "creator"),
                time("datePublished", "dateCreated"),
                time("dateModified"), Optional.of(text("inLanguage")).filter(tag -> !tag.isEmpty()),
                Optional.of(text("url", "mainEntityOfPage")).filter(url -> !url.isEmpty()),
                names("publisher").stream().findFirst().orElse(""));
    }

    /** The article's text as the publisher gives it to search engines; blank where it does not. */
    String body() {
        return values("articleBody", "text").filter(JsonNode::isString).map(JsonNode::stringValue).findFirst()
                .orElse("");
    }

    private Optional<Instant> time(String... names) {
        return values(names).map(this::name).flatMap(text -> PageTime.read(text).stream()).findFirst();
    }

    private String text(String... names) {
        return PageFields.firstLine(values(names).map(this::name));
    }

    private List<String> names(String... names) {
        return articles.stream().map(article -> Stream.of(names).flatMap(name -> entries(article.path(name)))
                .map(this::name).flatMap(name -> Bylines.names(name).stream()).distinct().limit(MOST_NAMES).toList())
                .filter(list -> !list.isEmpty()).findFirst().orElse(List.of());
    }

    private Stream<JsonNode> values(String... names) {
        return Stream.of(names).flatMap(name -> articles.stream().flatMap(article -> entries(article.path(name))));
    }

    private static Stream<JsonNode> entries(JsonNode node) {
        return node.isArray()
                ? node.valueStream()
                : node.isMissingNode() || node.isNull() ? Stream.of() : Stream.of(node);
    }

    /** A text, or the name of a thing, which may stand elsewhere under its id. */
    private String name(JsonNode value) {
        JsonNode node = value;
        if (node.isObject() && node.size() <= 2 && byId.containsKey(node.path("@id").asString(""))) {
            node = byId.get(node.path("@id").asString(""));
        }
        if (node.isObject()) {
            JsonNode object = node;
            return Stream.of("name", "@value", "headline", "@id", "url").map(object::path).flatMap(LinkedData::entries)
                    .filter(JsonNode::isString).map(JsonNode::stringValue).findFirst().orElse("");
        }
        return node.isValueNode() ? Parser.unescapeEntities(node.asString(""), false) : "";
    }
}
