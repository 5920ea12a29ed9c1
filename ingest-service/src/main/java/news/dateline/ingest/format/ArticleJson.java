package news.dateline.ingest.format;

import java.util.LinkedHashMap;
import java.util.Map;
import news.dateline.contract.Content;
import news.dateline.contract.ContractJson;
import news.dateline.contract.RawArticle;
import news.dateline.contract.Source;

/** An article as a push of it is written, in the project's own JSON; fields that it lacks are left out. */
public final class ArticleJson {
    private ArticleJson() {
    }

    public static byte[] bytes(RawArticle article) {
        return ContractJson.mapper().writeValueAsBytes(fields(article));
    }

    /** In the order in which people read them. */
    public static Map<String, Object> fields(RawArticle article) {
        Map<String, Object> fields = new LinkedHashMap<>();
        article.sourceArticleId().ifPresent(id -> fields.put("id", id));
        article.url().ifPresent(address -> fields.put("url", address));
        Map<String, Object> source = source(article.source());
        put(fields, "source", source, source.isEmpty());
        put(fields, "headline", article.headline(), article.headline().isEmpty());
        put(fields, "summary", article.summary(), article.summary().isEmpty());
        Content content = article.content();
        put(fields, "content", Map.of("mediaType", content.mediaType(), "text", content.text()),
                content.text().isEmpty());
        put(fields, "bylines", article.bylines(), article.bylines().isEmpty());
        article.declared().language().ifPresent(tag -> fields.put("language", tag));
        put(fields, "sections", article.declared().sections(), article.declared().sections().isEmpty());
        put(fields, "keywords", article.declared().keywords(), article.declared().keywords().isEmpty());
        article.publishedAt().ifPresent(time -> fields.put("publishedAt", time.toString()));
        article.updatedAt().ifPresent(time -> fields.put("updatedAt", time.toString()));
        return fields;
    }

    private static Map<String, Object> source(Source source) {
        Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, "name", source.name(), source.name().isEmpty());
        source.url().ifPresent(address -> fields.put("url", address));
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, Object value, boolean absent) {
        if (!absent) {
            fields.put(name, value);
        }
    }
}
