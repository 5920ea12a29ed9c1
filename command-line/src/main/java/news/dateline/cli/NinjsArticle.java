package news.dateline.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import news.dateline.contract.ContractJson;
import news.dateline.contract.EnrichedArticle;
import news.dateline.contract.Labels;

/** An enriched article as IPTC ninjs 3.1. */
final class NinjsArticle {
    private static final String STANDARD = "ninjs";
    private static final String VERSION = "3.1";

    private NinjsArticle() {
    }

    static String of(EnrichedArticle article) {
        Map<String, Object> item = item(article.articleId(), article.status().word());
        item.put("version", Long.toString(article.revision()));
        article.publishedAt().ifPresent(time -> item.put("firstCreated", time.toString()));
        item.put("versionCreated",
                article.updatedAt().or(article::publishedAt).orElse(article.receivedAt()).toString());
        article.labels().flatMap(Labels::language).ifPresent(code -> item.put("language", code));
        put(item, "headlines", article.headline(), "main");
        put(item, "descriptions", article.summary(), "summary");
        put(item, "bodies", article.body(), "main");
        if (!article.bylines().isEmpty()) {
            item.put("by", String.join(", ", article.bylines()));
        }
        article.labels().ifPresent(labels -> item.put("subjects", subjects(labels)));
        article.url().ifPresent(url -> item.put("altIds", List.of(new TreeMap<>(Map.of("role", "url", "value", url)))));
        return ContractJson.mapper().writeValueAsString(item);
    }

    static String canceled(String articleId) {
        return ContractJson.mapper().writeValueAsString(item(articleId, "canceled"));
    }

    private static Map<String, Object> item(String articleId, String status) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("standard", new TreeMap<>(Map.of("name", STANDARD, "version", VERSION)));
        item.put("uri", "urn:dateline:article:" + articleId);
        item.put("type", "text");
        item.put("pubStatus", status);
        return item;
    }

    private static void put(Map<String, Object> item, String property, String text, String role) {
        if (!text.isEmpty()) {
            item.put(property,
                    List.of(new TreeMap<>(Map.of("role", role, "contentType", "text/plain", "value", text))));
        }
    }

    /** Sections with their Media Topic and confidence, tags as Dateline's own subjects. */
    private static List<Map<String, Object>> subjects(Labels labels) {
        List<Map<String, Object>> subjects = new ArrayList<>();
        labels.sections().forEach(label -> {
            Map<String, Object> subject = new LinkedHashMap<>();
            subject.put("uri", label.mediaTopic().map(code -> "http://cv.iptc.org/newscodes/mediatopic/" + code)
                    .orElse("urn:dateline:section:" + label.section()));
            subject.put("name", label.section());
            subject.put("creator", labels.sectionModel());
            subject.put("confidence", Math.round(label.score() * 100));
            subjects.add(subject);
        });
        labels.tags().forEach(label -> {
            Map<String, Object> subject = new LinkedHashMap<>();
            subject.put("uri", "urn:dateline:rule:" + label.rule());
            subject.put("name", label.tag());
            subject.put("creator", label.rule() + " v" + label.ruleVersion());
            subjects.add(subject);
        });
        return subjects;
    }
}
