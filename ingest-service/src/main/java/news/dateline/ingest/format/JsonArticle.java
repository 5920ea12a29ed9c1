package news.dateline.ingest.format;

import java.time.Instant;
import java.util.Optional;
import news.dateline.contract.RawArticle;
import news.dateline.contract.RejectionReason;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Dateline's own JSON dialect: one object, unknown fields ignored. */
final class JsonArticle {
    private final JsonFields fields;
    private final ArticleDraft draft;

    private JsonArticle(JsonParser parser, Instant receivedAt) {
        this.fields = new JsonFields(parser);
        this.draft = new ArticleDraft(receivedAt);
    }

    static RawArticle read(String json, Instant receivedAt) {
        return BoundedJson.read(json, parser -> read(parser, receivedAt));
    }

    private static RawArticle read(JsonParser parser, Instant receivedAt) {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new BrokenRule(RejectionReason.NOT_AN_ARTICLE, "must be a JSON object and not empty");
        }
        if (first != JsonToken.START_OBJECT) {
            throw new BrokenRule(RejectionReason.NOT_AN_ARTICLE,
                    "must be one JSON object; several articles go as application/x-ndjson, one on each line");
        }
        JsonArticle article = new JsonArticle(parser, receivedAt);
        article.fields.object("", article::field);
        if (parser.nextToken() != null) {
            throw new BrokenRule(RejectionReason.NOT_JSON,
                    "must end after one JSON object; several articles go as application/x-ndjson, one on each line");
        }
        return article.draft.article();
    }

    private boolean field(String name) {
        switch (name) {
            case "id" -> draft.id = FieldRules.text(name, fields.text(name), FieldRules.ID_MOST);
            case "url" -> draft.url = FieldRules.url(name, fields.text(name));
            case "source" -> fields.object("source.", this::sourceField);
            case "headline" -> draft.headline = text(name, FieldRules.HEADLINE_MOST);
            case "summary" -> draft.summary = text(name, FieldRules.SUMMARY_MOST);
            case "content" -> fields.object("content.", this::contentField);
            case "bylines" -> draft.bylines = fields.texts(name);
            case "language" -> draft.language = FieldRules.language(name, fields.text(name));
            case "sections" -> draft.sections = fields.texts(name);
            case "keywords" -> draft.keywords = fields.texts(name);
            case "publishedAt" -> draft.publishedAt = FieldRules.time(name, fields.text(name), draft.receivedAt);
            case "updatedAt" -> draft.updatedAt = FieldRules.time(name, fields.text(name), draft.receivedAt);
            case "revision" -> draft.revision = Optional.of(fields.wholeNumber(name));
            case "status" -> draft.status = FieldRules.status(name, fields.text(name));
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean sourceField(String name) {
        switch (name) {
            case "name" -> draft.sourceName = text("source.name", FieldRules.NAME_MOST);
            case "url" -> draft.sourceUrl = FieldRules.url("source.url", fields.text("source.url"));
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean contentField(String name) {
        switch (name) {
            case "mediaType" -> draft.contentType = FieldRules.contentType("content.mediaType",
                    fields.text("content.mediaType"));
            case "text" -> draft.text = Characters.storable(fields.text("content.text"));
            default -> {
                return false;
            }
        }
        return true;
    }

    private String text(String field, int most) {
        return FieldRules.text(field, fields.text(field), most).orElse("");
    }
}
