package news.dateline.ingest.format;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import news.dateline.contract.Content;
import news.dateline.contract.RawArticle;
import news.dateline.contract.RejectionReason;
import tools.jackson.databind.JsonNode;

/**
 * IPTC's ninjs, 1.x (words in lower case, one headline, a body for each format) to 3.x (camel case, lists with roles).
 *
 * <p>Its {@code uri} names the article and need not lead to a page, so it is the id and never the address.
 */
final class NinjsArticle {
    private static final int VERSION_DIGITS = 18;
    private static final Set<String> OF_SOMEBODY = Set.of("writer", "creditline", "credit", "copyright", "byline");
    private static final Set<String> HTML_NAMES = Set.of("application/xhtml+xml", "text/html5", "text/xhtml");

    private final Member top;
    private final ArticleDraft draft;

    private NinjsArticle(Member top, Instant receivedAt) {
        this.top = top;
        this.draft = new ArticleDraft(receivedAt);
    }

    static RawArticle read(String json, Instant receivedAt) {
        JsonNode tree = BoundedJson.tree(json);
        if (!tree.isObject()) {
            throw new BrokenRule(RejectionReason.NOT_AN_ARTICLE, "must be one ninjs object");
        }
        return new NinjsArticle(new Member("", tree), receivedAt).article();
    }

    private RawArticle article() {
        draft.id = top.at("uri").flatMap(uri -> uri.text(FieldRules.ID_MOST));
        if (draft.id.isEmpty()) {
            throw new BrokenRule("uri", "must be given");
        }
        draft.headline = headline().orElse("");
        draft.summary = summary().orElse("");
        body();
        draft.sourceName = source().orElse("");
        draft.bylines = top.at("by", "byline").flatMap(by -> by.text(FieldRules.NAME_MOST)).map(List::of)
                .orElse(List.of());
        draft.language = top.at("language").flatMap(Member::language);
        draft.keywords = top.at("subjects", "subject").map(Member::objects).orElse(List.of()).stream()
                .flatMap(subject -> subject.at("name").stream())
                .flatMap(name -> name.text(FieldRules.NAME_MOST).stream()).toList();
        draft.updatedAt = top.at("versionCreated", "versioncreated").flatMap(time -> time.time(draft.receivedAt));
        draft.publishedAt = top.at("firstCreated", "firstcreated").flatMap(time -> time.time(draft.receivedAt))
                .or(() -> draft.updatedAt);
        draft.revision = top.at("version").flatMap(NinjsArticle::revision);
        top.at("pubStatus", "pubstatus")
                .ifPresent(status -> draft.status = FieldRules.status(status.path(), status.text()));
        return draft.article();
    }

    private Optional<String> headline() {
        return top.at("headlines").flatMap(list -> chosen(list, FieldRules.HEADLINE_MOST))
                .or(() -> top.at("headline").flatMap(text -> text.text(FieldRules.HEADLINE_MOST)))
                .or(() -> top.at("title").flatMap(text -> text.text(FieldRules.HEADLINE_MOST)));
    }

    private Optional<String> summary() {
        return top.at("descriptions").flatMap(list -> chosen(list, FieldRules.SUMMARY_MOST))
                .or(() -> top.at("description_text").flatMap(text -> text.text(FieldRules.SUMMARY_MOST)));
    }

    /** The value in the role of the main one, or else the first in no role that speaks of somebody. */
    private static Optional<String> chosen(Member list, int most) {
        List<Member> entries = list.objects();
        return entries.stream().filter(entry -> role(entry).equals("main"))
                .findFirst().or(() -> entries.stream().filter(entry -> !OF_SOMEBODY.contains(role(entry))).findFirst())
                .flatMap(entry -> entry.at("value")).flatMap(value -> value.text(most));
    }

    private static String role(Member entry) {
        return entry.at("role").filter(role -> role.node().isString())
                .map(role -> role.text().strip().toLowerCase(Locale.ROOT)).orElse("");
    }

    /** HTML before plain text, since it has the paragraphs; bodies in other formats, such as NITF, are passed over. */
    private void body() {
        List<Member> bodies = top.at("bodies").map(Member::objects).orElse(List.of());
        Optional<String> html = body(bodies, Content.HTML).or(() -> filled("body_xhtml", "body_html"));
        Optional<String> plain = body(bodies, Content.PLAIN).or(() -> filled("body_text"));
        draft.contentType = html.isPresent() ? Content.HTML : Content.PLAIN;
        draft.text = html.or(() -> plain).orElse("");
    }

    private static Optional<String> body(List<Member> bodies, String contentType) {
        return bodies.stream().filter(body -> contentType(body).equals(contentType)).map(body -> body.at("value"))
                .flatMap(Optional::stream).map(value -> Characters.storable(value.text()))
                .filter(text -> !text.isBlank()).findFirst();
    }

    private static String contentType(Member body) {
        String name = body.at("contentType", "contenttype").map(type -> MediaType.of(Optional.of(type.text())).name())
                .orElse(role(body).contains("html") ? Content.HTML : Content.PLAIN);
        return HTML_NAMES.contains(name) ? Content.HTML : name;
    }

    private Optional<String> filled(String... names) {
        return List.of(names).stream().flatMap(name -> top.at(name).stream())
                .map(body -> Characters.storable(body.text())).filter(text -> !text.isBlank()).findFirst();
    }

    private Optional<String> source() {
        return top.at("infoSources", "infosources").map(Member::objects).orElse(List.of()).stream()
                .flatMap(source -> source.at("name").stream()).findFirst()
                .or(() -> top.at("copyrightHolder", "copyrightholder"))
                .flatMap(name -> name.text(FieldRules.NAME_MOST));
    }

    /** A version may be any text; only a whole number says which one is newer. */
    private static Optional<Long> revision(Member version) {
        String text = version.node().isIntegralNumber() ? version.node().asString() : version.text().strip();
        return text.length() <= VERSION_DIGITS && !text.isEmpty()
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                        ? Optional.of(Long.valueOf(text))
                        : Optional.empty();
    }
}
