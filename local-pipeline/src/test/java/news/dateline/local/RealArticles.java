package news.dateline.local;

import java.util.LinkedHashMap;
import java.util.Map;
import news.dateline.contract.ContractJson;
import tools.jackson.databind.JsonNode;

/** Turns a line of the week of real news into the push format: its newest version. */
public final class RealArticles {
    private RealArticles() {
    }

    public static String pushFormat(String line) {
        JsonNode item = ContractJson.mapper().readTree(line);
        JsonNode newest = item.path("versions").path(item.path("versions").size() - 1);
        Map<String, Object> article = new LinkedHashMap<>();
        article.put("url", item.path("url").asString());
        article.put("source", Map.of("name", item.path("source").path("name").asString("")));
        article.put("headline", newest.path("title").asString(""));
        article.put("summary", newest.path("description").asString(""));
        article.put("content", Map.of("mediaType", "text/plain", "text", newest.path("content").asString("")));
        article.put("publishedAt", item.path("publishedAt").asString());
        return ContractJson.mapper().writeValueAsString(article);
    }
}
