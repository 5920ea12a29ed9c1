package news.dateline.enrich.tag;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.dateline.contract.TagRule;

/** Rules and articles with little in them but what a test is about. */
final class Rules {
    private Rules() {
    }

    static TagRule rule(String id, String query) {
        return rule(id, query, Optional.empty(), Optional.empty());
    }

    static TagRule child(String id, String query, String parent) {
        return rule(id, query, Optional.of(parent), Optional.empty());
    }

    static TagRule mentioned(String id, String query, int mentions) {
        return rule(id, query, Optional.empty(), Optional.of(mentions));
    }

    private static TagRule rule(String id, String query, Optional<String> parent, Optional<Integer> mentions) {
        return new TagRule(TagRule.SCHEMA_VERSION, id, 1, id, query, parent, Optional.empty(), "", "", Instant.EPOCH,
                mentions);
    }

    static TaggableArticle article(String headline, String summary, String body) {
        return new TaggableArticle(headline, summary, body, "en", "Quay Post", List.of("World"));
    }
}
